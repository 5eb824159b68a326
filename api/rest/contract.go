package rest

import (
	_ "embed" // for the contract
	"net/http"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"
	"github.com/oasdiff/yaml"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/db"
	"lantoa/internal/file"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
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
	Orders *db.Orders // of a list, else nil
}

// Endpoints lists the route table.
func Endpoints() []Endpoint {
	rows := (&API{}).routes()
	sorts, all := ordersOf(), make([]Endpoint, len(rows))
	for i, r := range rows {
		all[i] = Endpoint{Kind: string(r.kind), Method: r.method, Path: openPath(r.path), Action: r.action, Takes: string(r.takes)}
		if orders, sorted := sorts[r.path]; sorted && r.kind == list {
			all[i].Orders = &orders
		}
	}
	return all
}

// ordersOf tells how each list may be sorted.
func ordersOf() map[string]db.Orders {
	return map[string]db.Orders{
		"/sessions":                account.SessionOrders(),
		"/accounts":                account.Orders(),
		"/agencies":                agency.Orders(),
		"/agency-groups":           agency.GroupOrders(),
		"/plans":                   plan.Orders(),
		"/tasks":                   plan.TaskOrders(),
		"/assignments":             assignment.Orders(),
		"/assignments/:id/updates": assignment.UpdateOrders(),
		"/attachments":             file.Orders(),
		"/report-templates":        round.TemplateOrders(),
		"/rounds":                  round.Orders(),
		"/reports":                 report.Orders(),
		"/reports/:id/revisions":   report.RevisionOrders(),
	}
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
