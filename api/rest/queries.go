package rest

import (
	"encoding/json"
	"maps"
	"net/http"
	"path"
	"slices"
	"sync"

	"github.com/labstack/echo/v4"

	"lantoa/internal/fault"
)

// knownQuery refuses a parameter that the contract does not declare where it declares some: a misspelt filter or cursor would else give
// every row, or the first page, without a word. query.unknown (400) names it.
func knownQuery(r route) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		if r.method != http.MethodGet {
			return next
		}
		return func(c echo.Context) error {
			known, err := declared()
			if err != nil {
				return err
			}
			names := known[openPath(r.path)]
			if len(names) == 0 {
				return next(c)
			}
			unknown := fault.NewMalformed("query.unknown")
			for _, name := range slices.Sorted(maps.Keys(c.QueryParams())) {
				if !slices.Contains(names, name) {
					unknown = unknown.At(name, "query.unknown")
				}
			}
			if len(unknown.Fields) == 0 {
				return next(c)
			}
			return unknown
		}
	}
}

// declared gives the names of the query parameters that the contract declares for each path's GET.
var declared = sync.OnceValues(func() (map[string][]string, error) { //nolint:gochecknoglobals // read once
	type parameter struct {
		Ref  string `json:"$ref"`
		In   string `json:"in"`
		Name string `json:"name"`
	}
	var contract struct {
		Paths map[string]struct {
			Get struct {
				Parameters []parameter `json:"parameters"`
			} `json:"get"`
		} `json:"paths"`
		Components struct {
			Parameters map[string]parameter `json:"parameters"`
		} `json:"components"`
	}
	if err := json.Unmarshal(contractJSON, &contract); err != nil {
		return nil, err
	}
	names := map[string][]string{}
	for where, item := range contract.Paths {
		for _, p := range item.Get.Parameters {
			if p.Ref != "" {
				p = contract.Components.Parameters[path.Base(p.Ref)]
			}
			if p.In == "query" {
				names[where] = append(names[where], p.Name)
			}
		}
	}
	return names, nil
})
