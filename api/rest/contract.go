package rest

import (
	_ "embed" // for the contract
	"net/http"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"
	"github.com/oasdiff/yaml"

	"lantoa/internal/access"
)

//go:embed openapi.json
var contractJSON []byte

// contract serves the contract itself; the web app has a page to try it out with.
func contract(e *echo.Echo) {
	asYAML := sync.OnceValues(func() ([]byte, error) { return yaml.JSONToYAML(contractJSON) })
	e.GET("/openapi.json", func(c echo.Context) error { return c.Blob(http.StatusOK, echo.MIMEApplicationJSON, contractJSON) })
	e.GET("/openapi.yaml", func(c echo.Context) error {
		raw, err := asYAML()
		if err != nil {
			return err
		}
		return c.Blob(http.StatusOK, "application/yaml", raw)
	})
}

// Endpoint is one row of the route table as the contract's generator and the documents read it.
type Endpoint struct {
	Kind   string
	Method string
	Path   string // with {id}
	Action access.Action
	Takes  string
}

// Endpoints lists the route table.
func Endpoints() []Endpoint {
	rows := (&API{}).routes()
	list := make([]Endpoint, len(rows))
	for i, r := range rows {
		list[i] = Endpoint{Kind: string(r.kind), Method: r.method, Path: openPath(r.path), Action: r.action, Takes: string(r.takes)}
	}
	return list
}

// openPath turns ":id" into "{id}".
func openPath(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		if name, ok := strings.CutPrefix(part, ":"); ok {
			parts[i] = "{" + name + "}"
		}
	}
	return strings.Join(parts, "/")
}
