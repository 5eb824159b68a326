package rest_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"lantoa/api/rest"
	"lantoa/internal/access"
)

// TestEveryListIsSortedByTheNamesOfTheContract asks each list for each order that the contract names, and holds those to the list's own table.
func TestEveryListIsSortedByTheNamesOfTheContract(t *testing.T) {
	t.Parallel()
	w := newDemonstration(t)
	operations := seedsOf(t, w).operations
	for _, e := range rest.Endpoints() {
		if e.Orders == nil {
			continue
		}
		c := w.as(access.CultureOffice)
		if e.Action == access.AccountManage {
			c = w.as(access.Admin)
		}
		path := e.Path
		if parent, _, deep := strings.Cut(e.Path, "/{id}"); deep {
			path = strings.Replace(e.Path, "{id}", c.first(parent), 1)
		}
		if e.Path == "/attachments" {
			path += "?owner_kind=assignment&owner_id=" + c.first("/assignments")
		}
		sort := operations[e.Method+" "+e.Path].Parameters.GetByInAndName("query", "sort").Schema.Value
		names := []string{}
		for _, name := range sort.Enum {
			names = append(names, name.(string)) //nolint:forcetypeassert // a string's values are strings
		}
		if !slices.Equal(names, e.Orders.Names()) || sort.Default != e.Orders.Own || !slices.Contains(names, e.Orders.Own) {
			t.Errorf("%s: the contract says %v, usually %v; the list %v", e.Path, names, sort.Default, *e.Orders)
		}
		for _, name := range names {
			c.get(path + ask(path) + "sort=" + name).want(200)
		}
		c.get(path+ask(path)+"sort=no_such").problem(400, "input.query").at("sort", "input.unknown_value")
	}
}

// first gives the id of a list's first item.
func (c caller) first(list string) string {
	c.w.t.Helper()
	var page struct{ Items []struct{ ID string } }
	if err := json.Unmarshal(c.get(list+"?limit=1").want(200).Body.Bytes(), &page); err != nil || len(page.Items) == 0 {
		c.w.t.Fatalf("%s is empty: %v", list, err)
	}
	return page.Items[0].ID
}

func ask(path string) string {
	if strings.Contains(path, "?") {
		return "&"
	}
	return "?"
}
