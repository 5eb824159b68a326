package assignment

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/record"
)

// Update is what an agency did for an assignment on a day, with its evidence (progress update).
type Update struct {
	record.Meta
	AssignmentID   uuid.UUID `json:"assignment_id" format:"uuid"`
	PlanID         uuid.UUID `json:"plan_id" format:"uuid"`
	TaskID         uuid.UUID `json:"task_id" format:"uuid"`
	AgencyID       uuid.UUID `json:"agency_id" format:"uuid"`
	DoneOn         day.Day   `json:"done_on" swaggertype:"string" format:"date"`
	Text           string    `json:"text"`
	Links          []Link    `json:"links" gorm:"serializer:json"`
	AllowedActions []string  `json:"allowed_actions" gorm:"-"`

	IssuerID uuid.UUID `json:"-"`
} // @name ProgressUpdate

// TableName tells where updates are kept.
func (Update) TableName() string { return "progress_updates" }

// Link is evidence that can be seen elsewhere.
type Link struct {
	URL   string `json:"url" example:"https://ducpho.quangngai.gov.vn/tin-tuc/1"`
	Title string `json:"title" example:"Bài trên Trang thông tin điện tử thị xã"`
} // @name Link

// UpdateInput is what an agency writes about its progress.
type UpdateInput struct {
	DoneOn day.Day `json:"done_on" swaggertype:"string" format:"date" example:"2024-11-05"`
	Text   string  `json:"text" example:"Treo 12 băng rôn trên đường Nguyễn Nghiêm."`
	Links  []Link  `json:"links"`
} // @name ProgressUpdateInput

// Record adds an update and starts the work if that was not yet said.
func (a *Assignment) Record(by access.Actor, in UpdateInput, meta record.Meta, today day.Day) (*Update, error) {
	if err := life.Check(a, "update", by); err != nil {
		return nil, err
	}
	if err := in.check(today); err != nil {
		return nil, err
	}
	if in.Links == nil {
		in.Links = []Link{}
	}
	a.Updates++
	if a.UpdatedOn == nil || in.DoneOn.After(*a.UpdatedOn) {
		a.UpdatedOn = &in.DoneOn
	}
	u := &Update{Meta: meta, AssignmentID: a.ID, PlanID: a.PlanID, TaskID: a.TaskID, AgencyID: a.AgencyID, IssuerID: a.IssuerID,
		DoneOn: in.DoneOn, Text: in.Text, Links: in.Links}
	return u, life.Move(a, "update", by)
}

// dress fills what is derived: evidence may be added while the assignment takes it.
func (u *Update) dress(by access.Actor, a *Assignment) {
	u.AllowedActions = []string{}
	if a.Attach(by) == nil {
		u.AllowedActions = append(u.AllowedActions, "attach")
	}
}

const (
	linkLimit   = 20
	linkLength  = 2000
	titleLength = 500
)

func (in *UpdateInput) check(today day.Day) error {
	var c fault.Check
	checkDone(&c, in.DoneOn, today)
	checkText(&c, "/text", in.Text)
	c.Count(len(in.Links), linkLimit, "/links")
	for i, link := range in.Links[:min(len(in.Links), linkLimit)] {
		pointer := "/links/" + strconv.Itoa(i)
		c.Length(link.URL, linkLength, pointer+"/url")
		c.Require(isWebAddress(link.URL), pointer+"/url", "assignment.link")
		c.Length(link.Title, titleLength, pointer+"/title")
	}
	return c.Err()
}

func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil &&
		!strings.ContainsFunc(s, func(r rune) bool { return r == ' ' || !unicode.IsPrint(r) })
}
