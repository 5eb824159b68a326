package rest_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/uuid"

	"lantoa/internal/access"
)

// holdsList holds the bounds of a list's pages, that they lose and double nothing, and that another town meets none of its items.
func (x trial) holdsList() {
	id := x.made()
	var made []string
	for range 3 {
		made = append(made, x.fill(x.world, id))
	}
	x.holdsBounds(id)
	x.holdsFilters(id)
	seen := x.pages(x.c, id, 1)
	if whole := x.pages(x.c, id, 200); !slices.Equal(seen, whole) {
		x.t.Errorf("one at a time %v, at once %v", seen, whole)
	}
	for _, item := range made {
		if n := count(seen, item); n != 1 {
			x.t.Errorf("%s is there %d times", item, n)
		}
	}
	switch {
	case x.joint:
	case x.on != nil:
		x.hidden(id, sending{})
	default:
		for _, item := range x.pages(x.neighbour.as(x.by), id, 200) {
			if slices.Contains(made, item) {
				x.t.Errorf("another town meets %s", item)
			}
		}
	}
}

func (x trial) holdsBounds(id string) {
	for _, limit := range []string{"0", "201", "99999999999999999999", "-1"} {
		x.page(x.c, id, "limit="+limit).problem(400, "input.query").at("limit", "input.unknown_value")
	}
	x.page(x.c, id, "limit=%00").problem(400, "input.query").at("limit", "input.nul")
	if x.Kind == "feed" {
		return
	}
	if x.Orders == nil {
		x.t.Error("a list without an order")
	}
	x.page(x.c, id, "sort=no_such").problem(400, "input.query").at("sort", "input.unknown_value")
	x.page(x.c, id, "cursor=zzz").problem(400, "input.query").at("cursor", "input.cursor")
	if x.page(x.c, id, "count=true").want(200).field("count") == nil {
		x.t.Error("no count")
	}
}

// holdsFilters holds that each parameter is taken with every value that the contract lists for it.
func (x trial) holdsFilters(id string) {
	for _, parameter := range operationOf(x.t, x.Endpoint).Parameters {
		p := parameter.Value
		for _, value := range taken(p.Schema.Value) {
			if p.In == openapi3.ParameterInQuery && p.Name != "cursor" {
				x.page(x.c, id, p.Name+"="+url.QueryEscape(value)).want(200)
			}
		}
	}
}

// taken gives values of a type of the contract.
func taken(s *openapi3.Schema) (values []string) {
	switch {
	case len(s.Enum) > 0:
		for _, value := range s.Enum {
			values = append(values, fmt.Sprint(value))
		}
		return values
	case s.Format == "uuid":
		return []string{uuid.Must(uuid.NewV7()).String()}
	case s.Format == "date":
		return []string{"2024-11-10"}
	case s.Type.Is(openapi3.TypeInteger):
		return []string{"20"}
	case s.Type.Is(openapi3.TypeBoolean):
		return []string{"true", "false"}
	default:
		return []string{"commune"} // a word, a role, a kind
	}
}

func (x trial) page(c caller, id, query string) *answer {
	path := x.path(id)
	if strings.Contains(path, "?") {
		return c.get(path + "&" + query)
	}
	return c.get(path + "?" + query)
}

// pages gives the ids of all items, so many a page.
func (x trial) pages(c caller, id string, limit int) (ids []string) {
	var page struct {
		Items      []struct{ ID string }
		NextCursor *string `json:"next_cursor"`
	}
	for cursor := ""; ; cursor = url.QueryEscape(*page.NextCursor) {
		page.Items, page.NextCursor = nil, nil
		x.page(c, id, "limit="+strconv.Itoa(limit)+"&cursor="+cursor).want(200).as(&page)
		if len(page.Items) > limit {
			x.t.Fatalf("%d items on a page of %d", len(page.Items), limit)
		}
		for _, item := range page.Items {
			ids = append(ids, item.ID)
		}
		if page.NextCursor == nil {
			return ids
		}
	}
}

// holdsFeed holds the same of the log, which goes forward by number.
func (x trial) holdsFeed() {
	made := []string{x.fill(x.world, ""), x.fill(x.world, ""), x.fill(x.world, "")}
	x.holdsBounds("")
	seen := x.stretches(x.c, 1)
	if whole := x.stretches(x.c, 200); !slices.Equal(seen, whole) {
		x.t.Errorf("one at a time %v, at once %v", seen, whole)
	}
	theirs := x.stretches(x.neighbour.as(x.by), 200)
	for _, noun := range made {
		if !slices.Contains(seen, noun) || slices.Contains(theirs, noun) {
			x.t.Errorf("what happened to %s is told to the wrong town", noun)
		}
	}
}

// stretches gives what the events of the whole log happened to.
func (x trial) stretches(c caller, limit int) (nouns []string) {
	var feed struct {
		Items []struct {
			NounID string `json:"noun_id"`
		}
		Next json.Number
	}
	for after := "0"; ; after = feed.Next.String() {
		feed.Items = nil
		x.page(c, "", "limit="+strconv.Itoa(limit)+"&after="+after).want(200).as(&feed)
		for _, item := range feed.Items {
			nouns = append(nouns, item.NounID)
		}
		if feed.Next.String() == after {
			return nouns
		}
	}
}

func count(all []string, one string) (n int) {
	for _, s := range all {
		if s == one {
			n++
		}
	}
	return n
}

// anEvent is told to all of its town: a plan was closed.
func anEvent(w *world, _ string) string {
	made, leads := aPlan("issued")(w), w.as(access.CultureOffice)
	leads.call("POST", "/plans/"+made+"/close", nil, from(leads.get("/plans/"+made))).want(200)
	w.sealsAll()
	return made
}

// aRevision hands a report in once more and gives that revision's id.
func aRevision(w *world, reportID string) string {
	path, owes, reviews := "/reports/"+reportID, w.as(access.Commune), w.as(access.CultureOffice)
	back := reviews.call("POST", path+"/return", `{"remarks":[],"note":"Sửa.","resubmit_before":null}`, from(reviews.get(path))).want(200)
	owes.call("POST", path+"/submit", nil, from(back)).want(200)
	var page struct{ Items []struct{ ID string } }
	owes.get(path + "/revisions").want(200).as(&page)
	return slices.MaxFunc(page.Items, func(a, b struct{ ID string }) int { return strings.Compare(a.ID, b.ID) }).ID
}
