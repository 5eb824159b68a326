package planreader

import (
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/day"
	"lantoa/internal/viet"
)

// Draft is what was read of a document: the plan, the sentence each member came from, and what a person still has to look at.
type Draft struct {
	Plan      Plan              `json:"plan"`
	Sources   map[string]Source `json:"sources"` // JSON pointer into plan → where it stands in the document
	Unmatched []Unmatched       `json:"unmatched"`
	Warnings  []Warning         `json:"warnings"`
	Unread    []Source          `json:"unread"` // lines that went into no member
}

// IsPlan reports whether the document is a plan; of any other kind only header, recipients and signer were read.
func (d *Draft) IsPlan() bool {
	for _, w := range d.Warnings {
		if w.Code == NotAPlan {
			return false
		}
	}
	return true
}

// Source is a piece of the document's text and the line it begins at, counted from 1; in .docx every paragraph and line break counts.
type Source struct {
	Text string `json:"text"`
	Line int    `json:"line"`
}

// Unmatched is a name that is none of the known ones, and known ones that look like it, the nearest first.
type Unmatched struct {
	Agency      string       `json:"agency"`
	Suggestions []Suggestion `json:"suggestions"`
}

// Suggestion is a known agency or group that an unmatched name may mean.
type Suggestion struct {
	AgencyID *uuid.UUID `json:"agency_id,omitempty"`
	GroupID  *uuid.UUID `json:"group_id,omitempty"`
	Name     string     `json:"name"`
}

// Plan has the members of a plan as the document gives them; what it does not say is null or empty.
type Plan struct {
	DocumentKind     string           `json:"document_kind"` // «KH», «BC», …: the abbreviations of Decree 30/2020, Appendix III; empty when unknown
	Number           *string          `json:"number"`        // «45/KH-UBND»
	IssuedOn         *day.Day         `json:"issued_on"`
	Issuer           *Party           `json:"issuer"`
	Title            string           `json:"title"`
	Year             *int             `json:"year"`
	Period           *Period          `json:"period"`
	LegalBases       []LegalBasis     `json:"legal_bases"`
	Opening          string           `json:"opening"` // the sentence between the legal bases and the first section
	Purposes         []string         `json:"purposes"`
	Requirements     []string         `json:"requirements"`
	Tasks            []Task           `json:"tasks"`
	Funding          string           `json:"funding"`
	Responsibilities []Responsibility `json:"responsibilities"`
	Reporting        []Reporting      `json:"reporting"`
	Closing          string           `json:"closing"` // the last sentences, without «./.»
	Recipients       []string         `json:"recipients"`
	Signature        Signature        `json:"signature"`
	Unmatched        []Unmatched      `json:"unmatched"` // the same as the draft's: names a person must settle before issuing
}

// Period is the time a plan covers, both days included.
type Period = viet.Period

// Schedule is a task's time phrase and the days it stands for.
type Schedule = viet.Schedule

// LegalBasis is a document that the plan rests on (căn cứ).
type LegalBasis struct {
	Number   *string  `json:"number"` // «124/KH-UBND»; null for a law cited by name
	IssuedOn *day.Day `json:"issued_on"`
	Issuer   string   `json:"issuer"`
	Subject  string   `json:"subject"`
	Text     string   `json:"text"` // the whole basis as written, without its end mark
}

// Party is an agency or a group of agencies by its official name; an agency without id is a name as written that matched nothing.
type Party struct {
	Agency   string
	AgencyID *uuid.UUID
	Group    string
	GroupID  *uuid.UUID
}

// Known reports whether the name was matched.
func (p Party) Known() bool { return p.AgencyID != nil || p.GroupID != nil }

// MarshalJSON writes {"agency", "agency_id"} or {"group", "group_id"}.
func (p Party) MarshalJSON() ([]byte, error) {
	if p.GroupID != nil {
		return json.Marshal(struct {
			Group   string     `json:"group"`
			GroupID *uuid.UUID `json:"group_id"`
		}{p.Group, p.GroupID})
	}
	return json.Marshal(struct {
		Agency   string     `json:"agency"`
		AgencyID *uuid.UUID `json:"agency_id"`
	}{p.Agency, p.AgencyID})
}

// Task is one task of the plan (nhiệm vụ), numbered through from 1.
type Task struct {
	Ordinal      int      `json:"ordinal"`
	Title        string   `json:"title"`
	ContentLabel *string  `json:"content_label"` // «Nội dung», «Hình thức», or null
	Content      []string `json:"content"`
	Leads        []Party  `json:"leads"`
	Coordinators []Party  `json:"coordinators"`
	Schedule     Schedule `json:"schedule"`
}

// Responsibility is what the plan asks of one or several agencies (tổ chức thực hiện).
type Responsibility struct {
	Who    []Party  `json:"who"`
	Duties []string `json:"duties"`
}

// Reporting is a duty to report by a deadline; DueBefore is exclusive and null when the phrase names no single day.
type Reporting struct {
	From      []Party    `json:"from"`
	To        *Party     `json:"to"`
	Through   *Party     `json:"through"`
	DueBefore *time.Time `json:"due_before"`
	Text      string     `json:"text"`
}

// Signature is the signature block: the lines of authority and title in order, and the signer's name.
type Signature struct {
	Lines []string `json:"lines"`
	Name  string   `json:"name"`
}
