package plan

import (
	"context"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/planreader"
	"lantoa/internal/record"
)

// Found is what was found while reading a document, beside the plan itself.
type Found struct {
	Sources   map[string]Source `json:"sources"` // JSON pointer into the plan → where it stands in the document
	Unmatched []Unmatched       `json:"unmatched"`
	Warnings  []Warning         `json:"warnings"`
	Unread    []Source          `json:"unread"` // lines that went into no member
}

// Reading is a document read and not kept.
type Reading struct {
	Plan Draft `json:"plan"`
	Found
	isPlan bool
} // @name PlanReading

// Imported is a document read and kept as a draft.
type Imported struct {
	Plan *Plan `json:"plan"`
	Found
} // @name PlanImported

// CurrentVersion gives the version of the plan that was kept.
func (i *Imported) CurrentVersion() record.Version { return i.Plan.Version }

// Source is a piece of a document's text.
type Source struct {
	Text string `json:"text"`
	Line int    `json:"line" example:"37"` // where it begins, counted from 1
} // @name PlanSource

// Warning is something in a document that a person should look at.
type Warning struct {
	Code    string `json:"code" example:"plan.not_a_plan"`
	Message string `json:"message"`
	Pointer string `json:"pointer" example:"/document_kind"` // into the plan; blank: the whole
	Line    int    `json:"line"`                             // counted from 1; 0: none
} // @name PlanWarning

// Read reads a document into a draft and keeps nothing. The language ("vi" or "en") is that of the warnings.
func (s *Store) Read(ctx context.Context, by access.Actor, document []byte, kind planreader.Kind, language string) (*Reading, error) {
	if err := by.Check(access.PlanWrite); err != nil {
		return nil, err
	}
	tx := db.Conn(ctx, s.DB)
	names, err := agency.DirectoryFor(tx, by.ScopeID, s.Clock.Today())
	if err != nil {
		return nil, err
	}
	read, err := planreader.Read(document, kind, directoryOf(&names))
	if err != nil {
		return nil, err
	}
	out := readingOf(read, language)
	return out, out.warnOfTwin(tx, by, language)
}

// Import reads a document and keeps it as a draft; plan.not_a_plan (422) when it is of another kind.
func (s *Store) Import(ctx context.Context, by access.Actor, document []byte, kind planreader.Kind, language string) (*Imported, error) {
	read, err := s.Read(ctx, by, document, kind, language)
	if err != nil {
		return nil, err
	}
	return s.Keep(ctx, by, read)
}

// Keep keeps what was read as a draft; plan.not_a_plan (422) when it is of another kind. Reading is slow, keeping is not: whoever has
// more to do in one transaction reads before it.
func (s *Store) Keep(ctx context.Context, by access.Actor, read *Reading) (*Imported, error) {
	if !read.isPlan {
		return nil, fault.NewInvalid("plan.not_a_plan")
	}
	p, err := s.Create(ctx, by, read.Plan)
	if err != nil {
		return nil, err
	}
	return &Imported{Plan: p, Found: read.Found}, nil
}

func directoryOf(names *agency.Directory) planreader.Directory {
	d := planreader.Directory{Home: &names.Issuer.ID}
	known := append([]agency.Agency{names.Issuer}, names.Below...)
	for _, a := range append(known, names.Outside...) {
		d.Agencies = append(d.Agencies, planreader.Agency{ID: a.ID, ParentID: a.ParentID, Name: a.Name, ShortName: a.ShortName, Aliases: a.Aliases,
			ValidFrom: a.ValidFrom, ValidTo: a.ValidTo})
	}
	for _, g := range names.Groups {
		d.Groups = append(d.Groups, planreader.Group{ID: g.ID, Name: g.Name, Aliases: g.Aliases})
	}
	return d
}

func readingOf(read *planreader.Draft, language string) *Reading {
	out := &Reading{Plan: draftOf(&read.Plan), isPlan: read.IsPlan(), Found: Found{Sources: map[string]Source{}, Warnings: []Warning{}, Unread: []Source{}}}
	for pointer, source := range read.Sources {
		out.Sources[pointer] = Source(source)
	}
	for _, line := range read.Unread {
		out.Unread = append(out.Unread, Source(line))
	}
	for _, w := range read.Warnings {
		w = w.In(language)
		out.Warnings = append(out.Warnings, Warning{Code: w.Code, Message: w.Message, Pointer: w.Pointer, Line: w.Line})
	}
	out.Unmatched = unmatchedOf(read.Unmatched, &out.Plan)
	out.Plan.Unmatched = out.Unmatched
	return out
}

func unmatchedOf(names []planreader.Unmatched, d *Draft) []Unmatched {
	list := []Unmatched{}
	for _, name := range names {
		u := Unmatched{Agency: name.Agency, Suggestions: []Party{}, At: []string{}}
		for _, s := range name.Suggestions {
			if s.GroupID != nil {
				u.Suggestions = append(u.Suggestions, Party{Group: s.Name, GroupID: s.GroupID})
			} else {
				u.Suggestions = append(u.Suggestions, Party{Agency: s.Name, AgencyID: s.AgencyID})
			}
		}
		for pointer, party := range d.parties() {
			if party.Agency == name.Agency && party.AgencyID == nil {
				u.At = append(u.At, pointer)
			}
		}
		list = append(list, u)
	}
	return list
}

// draftOf takes over what was read, member by member.
func draftOf(p *planreader.Plan) Draft {
	d := Draft{Year: p.Year, Content: Content{
		DocumentKind: p.DocumentKind, Number: p.Number, IssuedOn: p.IssuedOn, Title: p.Title, Opening: p.Opening, Closing: p.Closing, Purposes: p.Purposes, Requirements: p.Requirements,
		Funding: p.Funding, Recipients: p.Recipients, Signature: Signature(p.Signature), LegalBases: []LegalBasis{},
		Responsibilities: []Responsibility{}, Reporting: []Reporting{}, SettledGroups: []SettledGroup{},
	}, Tasks: []TaskDraft{}}
	d.Issuer = partyOf(p.Issuer)
	if p.Period != nil {
		d.Period = new(Period(*p.Period))
	}
	for _, b := range p.LegalBases {
		d.LegalBases = append(d.LegalBases, LegalBasis(b))
	}
	for _, t := range p.Tasks {
		d.Tasks = append(d.Tasks, TaskDraft{TaskContent: TaskContent{Ordinal: t.Ordinal, Title: t.Title, ContentLabel: t.ContentLabel, Content: t.Content,
			Leads: partiesOf(t.Leads), Coordinators: partiesOf(t.Coordinators), Schedule: Schedule(t.Schedule)}})
	}
	for _, r := range p.Responsibilities {
		d.Responsibilities = append(d.Responsibilities, Responsibility{Who: partiesOf(r.Who), Duties: r.Duties})
	}
	for _, r := range p.Reporting {
		d.Reporting = append(d.Reporting, Reporting{From: partiesOf(r.From), To: partyOf(r.To), Through: partyOf(r.Through), DueBefore: r.DueBefore, Text: r.Text})
	}
	return d
}

func partyOf(p *planreader.Party) *Party {
	if p == nil {
		return nil
	}
	return new(Party(*p))
}

func partiesOf(list []planreader.Party) []Party {
	out := make([]Party, len(list))
	for i := range list {
		out[i] = Party(list[i])
	}
	return out
}
