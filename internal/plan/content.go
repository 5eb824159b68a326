package plan

import (
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/day"
	"lantoa/internal/viet"
)

// Content is what a plan says, apart from its tasks: the parts of the official document in their order.
type Content struct {
	DocumentKind     string           `json:"document_kind" example:"KH"`                                                                      // abbreviation of Decree 30/2020/NĐ-CP, appendix III
	Number           *string          `json:"number" extensions:"x-nullable" example:"45/KH-UBND"`                                             // number with symbol
	IssuedOn         *day.Day         `json:"issued_on" swaggertype:"string" format:"date" extensions:"x-nullable"`                            // the document's date
	Title            string           `json:"title" example:"Công tác thông tin đối ngoại và truyền thông chính sách thị xã Đức Phổ năm 2024"` // trích yếu
	Opening          string           `json:"opening"`                                                                                         // the sentence between the legal bases and the first part; blank: the usual one
	LegalBases       []LegalBasis     `json:"legal_bases" gorm:"serializer:json"`
	Purposes         []string         `json:"purposes" gorm:"serializer:json"`
	Requirements     []string         `json:"requirements" gorm:"serializer:json"`
	Funding          string           `json:"funding"`
	Responsibilities []Responsibility `json:"responsibilities" gorm:"serializer:json"`
	Reporting        []Reporting      `json:"reporting" gorm:"serializer:json"`
	Closing          string           `json:"closing"` // the sentence before «./.»; blank: the usual one
	Recipients       []string         `json:"recipients" gorm:"serializer:json"`
	Signature        Signature        `json:"signature" gorm:"serializer:json"`
	SettledGroups    []SettledGroup   `json:"settled_groups" gorm:"serializer:json"`
	Note             string           `json:"note"` // of the drafters, not part of the document
}

// Party is one name in a plan: an agency {agency, agency_id} or a group {group, group_id}. The name is kept as of the day;
// the id is null when the name matches nothing known.
type Party struct {
	Agency   string     `json:"agency,omitempty" example:"Phòng Văn hóa và Thông tin"`
	AgencyID *uuid.UUID `json:"agency_id,omitempty" format:"uuid" extensions:"x-nullable"`
	Group    string     `json:"group,omitempty" example:"UBND các xã, phường"`
	GroupID  *uuid.UUID `json:"group_id,omitempty" format:"uuid" extensions:"x-nullable"`
} // @name Party

// MarshalJSON writes one of the two forms, each with its id or null.
func (p Party) MarshalJSON() ([]byte, error) {
	if p.Group != "" || p.GroupID != nil {
		return json.Marshal(struct {
			Group string     `json:"group"`
			ID    *uuid.UUID `json:"group_id"`
		}{p.Group, p.GroupID})
	}
	return json.Marshal(struct {
		Agency string     `json:"agency"`
		ID     *uuid.UUID `json:"agency_id"`
	}{p.Agency, p.AgencyID})
}

// Named gives the name, whichever form it is.
func (p *Party) Named() string {
	if p.Group != "" {
		return p.Group
	}
	return p.Agency
}

// Period is the time a plan covers, both days included.
type Period struct {
	StartsOn day.Day `json:"starts_on" swaggertype:"string" format:"date" example:"2024-01-01"`
	EndsOn   day.Day `json:"ends_on" swaggertype:"string" format:"date" example:"2024-12-31"`
} // @name Period

// LegalBasis is a document that a plan rests on (căn cứ).
type LegalBasis struct {
	Number   *string  `json:"number" extensions:"x-nullable" example:"124/KH-UBND"` // null: a law cited by name
	IssuedOn *day.Day `json:"issued_on" swaggertype:"string" format:"date" extensions:"x-nullable"`
	Issuer   string   `json:"issuer" example:"UBND tỉnh"`
	Subject  string   `json:"subject"`
	Text     string   `json:"text"` // the whole basis as written, printed as it is; blank: made of the other members
} // @name LegalBasis

// Responsibility is what one or several agencies are charged with (tổ chức thực hiện).
type Responsibility struct {
	Who    []Party  `json:"who"`
	Duties []string `json:"duties"`
} // @name Responsibility

// Reporting is a duty to report: who, to whom, through whom, and before which instant.
type Reporting struct {
	From       []Party    `json:"from"`
	To         *Party     `json:"to" extensions:"x-nullable"`                                                                // null: the issuer
	Through    *Party     `json:"through" extensions:"x-nullable"`                                                           // the focal point, which owes none itself
	DueBefore  *time.Time `json:"due_before" format:"date-time" extensions:"x-nullable" example:"2024-11-10T00:00:00+07:00"` // exclusive
	Text       string     `json:"text" example:"trước ngày 10/11/2024"`                                                      // the words of the deadline
	TemplateID *uuid.UUID `json:"template_id" format:"uuid" extensions:"x-nullable"`                                         // null: the newest report template on the day of issuing
} // @name Reporting

// Signature is a signature block: the lines of authority and title in order, and the signer's name.
type Signature struct {
	Lines []string `json:"lines" example:"KT. CHỦ TỊCH,PHÓ CHỦ TỊCH"`
	Name  string   `json:"name"`
} // @name Signature

// SettledGroup is what someone decided about a group by hand for this plan: its members, or that it has none.
type SettledGroup struct {
	GroupID   uuid.UUID   `json:"group_id" format:"uuid"`
	AgencyIDs []uuid.UUID `json:"agency_ids"`
	Empty     bool        `json:"empty"` // nobody is meant; agency_ids is then empty
} // @name SettledGroup

// Unmatched is a name that stands in a plan as written because nothing known bears it.
type Unmatched struct {
	Agency      string   `json:"agency" example:"Ban quản lý chợ"`
	Suggestions []Party  `json:"suggestions"` // the nearest known names; only told by an import
	At          []string `json:"at"`          // JSON pointers into the plan
} // @name UnmatchedName

// Schedule is when a task is done: the words of the plan and the days they stand for.
type Schedule struct {
	Text     string            `json:"text" example:"Quý II, III/2024"`
	Kind     viet.ScheduleKind `json:"kind" swaggertype:"string" enums:"quarters,range,date,continuous,recurring,unspecified"`
	StartsOn *day.Day          `json:"starts_on" swaggertype:"string" format:"date" extensions:"x-nullable"`
	EndsOn   *day.Day          `json:"ends_on" swaggertype:"string" format:"date" extensions:"x-nullable"`
} // @name Schedule

// DueOn is the last day for the task's assignments; nil for what has no lateness of its own («thường xuyên», «định kỳ», or no time named).
func (s *Schedule) DueOn() *day.Day {
	switch s.Kind {
	case viet.Quarters, viet.Range, viet.Date:
		return s.EndsOn
	case viet.Continuous, viet.Recurring, viet.Unspecified:
	}
	return nil
}
