package planreader

import (
	"github.com/google/uuid"

	"lantoa/internal/day"
)

// Directory is what is known of agencies and groups when a document is read.
type Directory struct {
	Agencies []Agency
	Groups   []Group
	Home     *uuid.UUID // the issuer whose documents are usually read here: its tree decides between equal names
}

// Agency is one known agency and the names it goes by.
type Agency struct {
	ID        uuid.UUID
	ParentID  *uuid.UUID
	Name      string // the official name, given in answers
	ShortName string
	Aliases   []string
	ValidFrom *day.Day
	ValidTo   *day.Day // the last day
}

// Group is one known group of agencies and the names it goes by.
type Group struct {
	ID      uuid.UUID
	Name    string
	Aliases []string
}

// under gives the ids of an agency and all below it.
func (d *Directory) under(root uuid.UUID) map[uuid.UUID]bool {
	parents := make(map[uuid.UUID]uuid.UUID, len(d.Agencies))
	for _, a := range d.Agencies {
		if a.ParentID != nil {
			parents[a.ID] = *a.ParentID
		}
	}
	tree := map[uuid.UUID]bool{root: true}
	for _, a := range d.Agencies {
		id := a.ID
		for range 12 { // deeper than any chain of agencies, and an end to a circle
			if id == root {
				tree[a.ID] = true
				break
			}
			up, ok := parents[id]
			if !ok {
				break
			}
			id = up
		}
	}
	return tree
}

// existsIn reports whether an agency existed at some time of a period.
func (a *Agency) existsIn(p *Period) bool {
	if p == nil {
		return true
	}
	return (a.ValidFrom == nil || !a.ValidFrom.After(p.EndsOn)) && (a.ValidTo == nil || !a.ValidTo.Before(p.StartsOn))
}
