package plan

import (
	"iter"
	"slices"
	"strings"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/agency"
)

// parties walks every name in a plan with its JSON pointer, in the plan's order.
func (d *Draft) parties() iter.Seq2[string, *Party] {
	return walk(d.Issuer, &d.Content, len(d.Tasks), func(i int) *TaskContent { return &d.Tasks[i].TaskContent })
}

func (p *Plan) parties() iter.Seq2[string, *Party] {
	return walk(&p.Issuer, &p.Content, len(p.Tasks), func(i int) *TaskContent { return &p.Tasks[i].TaskContent })
}

func walk(issuer *Party, c *Content, tasks int, task func(int) *TaskContent) iter.Seq2[string, *Party] {
	return func(yield func(string, *Party) bool) {
		w := walker{yield: yield}
		w.one("/issuer", issuer)
		for i := range tasks {
			w.each(at("/tasks", i)+"/leads", task(i).Leads)
			w.each(at("/tasks", i)+"/coordinators", task(i).Coordinators)
		}
		for i := range c.Responsibilities {
			w.each(at("/responsibilities", i)+"/who", c.Responsibilities[i].Who)
		}
		for i := range c.Reporting {
			w.each(at("/reporting", i)+"/from", c.Reporting[i].From)
			w.one(at("/reporting", i)+"/to", c.Reporting[i].To)
			w.one(at("/reporting", i)+"/through", c.Reporting[i].Through)
		}
	}
}

// walker hands names on until it is told to stop.
type walker struct {
	yield   func(string, *Party) bool
	stopped bool
}

func (w *walker) one(pointer string, p *Party) {
	if p != nil && !w.stopped {
		w.stopped = !w.yield(pointer, p)
	}
}

func (w *walker) each(pointer string, list []Party) {
	for i := range list {
		w.one(at(pointer, i), &list[i])
	}
}

// unmatched gives each name that matches nothing known, once, with its places.
func (p *Plan) unmatched() []Unmatched {
	list := []Unmatched{}
	for pointer, party := range p.parties() {
		if party.AgencyID != nil || party.GroupID != nil {
			continue
		}
		i := slices.IndexFunc(list, func(u Unmatched) bool { return u.Agency == party.Named() })
		if i < 0 {
			i = len(list)
			list = append(list, Unmatched{Agency: party.Named(), Suggestions: []Party{}})
		}
		list[i].At = append(list[i].At, pointer)
	}
	return list
}

func (p *Plan) unmatchedAt() []string {
	var places []string
	for _, u := range p.unmatched() {
		places = append(places, u.At...)
	}
	return places
}

// strangersAt gives the places that charge an agency with something that it would never see: one that no longer exists, or is not
// under the issuer.
func (p *Plan) strangersAt(groups Resolution, below []agency.Agency) []string {
	stranger := func(id uuid.UUID) bool {
		return !slices.ContainsFunc(below, func(a agency.Agency) bool { return a.ID == id })
	}
	var places []string
	for pointer, party := range p.parties() {
		if !isCharged(pointer) {
			continue
		}
		use := slices.IndexFunc(groups, func(u GroupUse) bool { return party.GroupID != nil && u.GroupID == *party.GroupID })
		if party.AgencyID != nil && stranger(*party.AgencyID) ||
			use >= 0 && slices.ContainsFunc(groups[use].Agencies, func(a AgencyRef) bool { return stranger(a.ID) }) {
			places = append(places, pointer)
		}
	}
	return places
}

// isCharged tells the places whose agencies get an assignment or owe a report.
func isCharged(pointer string) bool {
	return strings.HasPrefix(pointer, "/tasks/") || strings.HasPrefix(pointer, "/reporting/") && !isOffice(pointer)
}

// nameParties gives every party with an id its official name of today; an id that does not exist is input.reference at its place.
func nameParties(tx *gorm.DB, p *Plan) error {
	agencies, groups, err := known(tx, p)
	if err != nil {
		return err
	}
	var c check
	for pointer, party := range p.parties() {
		if party.AgencyID != nil {
			a, exists := agencies[*party.AgencyID]
			c.Require(exists, pointer+"/agency_id", "input.reference")
			party.Agency = a.Name
		}
		if party.GroupID != nil {
			g, exists := groups[*party.GroupID]
			c.Require(exists, pointer+"/group_id", "input.reference")
			party.Group = g.Name
		}
	}
	for i, s := range p.SettledGroups {
		g, exists := groups[s.GroupID]
		c.Require(exists, at("/settled_groups", i)+"/group_id", "input.reference")
		c.Require(!exists || g.ByHand, at("/settled_groups", i)+"/group_id", "plan.settled_by_kind")
		for j, id := range s.AgencyIDs {
			_, exists := agencies[id]
			c.Require(exists, at(at("/settled_groups", i)+"/agency_ids", j), "input.reference")
		}
	}
	return c.Err()
}

func known(tx *gorm.DB, p *Plan) (map[uuid.UUID]agency.Agency, map[uuid.UUID]agency.Group, error) {
	var agencyIDs, groupIDs []uuid.UUID
	for _, party := range p.parties() {
		if party.AgencyID != nil {
			agencyIDs = append(agencyIDs, *party.AgencyID)
		}
		if party.GroupID != nil {
			groupIDs = append(groupIDs, *party.GroupID)
		}
	}
	for _, s := range p.SettledGroups {
		groupIDs, agencyIDs = append(groupIDs, s.GroupID), append(agencyIDs, s.AgencyIDs...)
	}
	agencies, err := agency.ByID(tx, distinct(agencyIDs))
	if err != nil {
		return nil, nil, err
	}
	groups, err := groupsByID(tx, distinct(groupIDs))
	return agencies, groups, err
}

func groupsByID(tx *gorm.DB, ids []uuid.UUID) (map[uuid.UUID]agency.Group, error) {
	found := map[uuid.UUID]agency.Group{}
	if len(ids) == 0 {
		return found, nil
	}
	var list []agency.Group
	if err := tx.Where("id IN ?", ids).Find(&list).Error; err != nil {
		return nil, err
	}
	for _, g := range list {
		found[g.ID] = g
	}
	return found, nil
}

func distinct(ids []uuid.UUID) []uuid.UUID {
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}
