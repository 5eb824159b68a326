package rest_test

import (
	"strings"
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/factory"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// maker makes one row of a noun in the town of a world, and gives its id.
type maker func(w *world) string

// neighbour is another town on the same server: nothing of the first is its own.
func (w *world) neighbour() *world {
	n := *w
	n.town, n.tokens, n.actors = factory.ATown(w.t, w.db), map[access.Role]string{}, map[access.Role]access.Actor{}
	for _, role := range access.Roles() {
		n.actors[role], n.tokens[role] = n.account(role, access.Head, n.town.Of(role).ID)
	}
	return &n
}

// within is the same world in a case of a test, which fails for itself.
func (w *world) within(t testing.TB) *world {
	t.Helper()
	own := *w
	own.t = t
	return &own
}

func aPlan(state plan.State) maker {
	return func(w *world) string { return w.plan(state).ID.String() }
}

func (w *world) plan(state plan.State) *plan.Plan {
	return factory.Plan(w.t, w.db, w.town, func(p *plan.Plan) {
		p.State = state
		if state == plan.Drafted || state == plan.Submitted {
			p.Number, p.IssuedOn = nil, nil
		}
	})
}

func aTask(w *world) string { return w.plan(plan.Issued).Tasks[0].ID.String() }

func anAssignment(state assignment.State) maker {
	return func(w *world) string {
		return factory.Assignment(w.t, w.db, w.plan(plan.Issued), w.town.CommuneA, func(a *assignment.Assignment) {
			a.State = state
			if state == assignment.HandedIn {
				a.DoneOn, a.Result = a.DueOn, "Xong."
			}
		}).ID.String()
	}
}

func anUpdate(w *world, ofAssignment string) string {
	return w.as(access.Commune).call("POST", "/assignments/"+ofAssignment+"/updates", `{"done_on":"2024-11-05","text":"Treo băng rôn.","links":[]}`).want(201).id()
}

func anAttachment(w *world) string { return attachedTo(w, anAssignment(assignment.Received)(w)) }

func attachedTo(w *world, assignmentID string) string {
	form := picture(w, assignmentID)
	return w.as(access.Commune).call("POST", "/attachments", form.body, form.media).want(201).id()
}

// picture is a form that attaches a picture to an assignment.
func picture(w *world, assignmentID string) sending {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + strings.Repeat("\x00", 64)
	form, media := uploadForm(w.t, "a.png", []byte(png), "owner_kind", "assignment", "owner_id", assignmentID, "no_secrets_confirmed", "true")
	return sending{form, media}
}

func aTemplate(w *world) string { return factory.Template(w.t, w.db, w.town).ID.String() }

func (w *world) round() *round.Round {
	return factory.Round(w.t, w.db, w.town, w.plan(plan.Issued))
}

func aRound(w *world) string { return w.round().ID.String() }

func aReport(state report.State) maker {
	return func(w *world) string {
		return factory.Report(w.t, w.db, w.round(), w.town.CommuneA, func(r *report.Report) {
			r.State, r.Content = state, factory.Figures(312, 4, 200)
			r.Progress["1"] = report.Started
			if state != report.Draft {
				r.HandedIn, r.Revision = true, 1
				r.FirstSubmittedAt, r.SubmittedAt = new(factory.Now()), new(factory.Now())
			}
		}).ID.String()
	}
}

// aHandedInReport has a revision.
func aHandedInReport(w *world) string {
	id, commune := aReport(report.Draft)(w), w.as(access.Commune)
	commune.call("POST", "/reports/"+id+"/submit", nil, from(commune.get("/reports/"+id))).want(200)
	return id
}

// aConsolidatedReport is one before the leader.
func aConsolidatedReport(w *world) string {
	office := w.as(access.CultureOffice)
	made := office.call("POST", "/rounds/"+aRound(w)+"/consolidated", nil).want(201)
	return office.call("POST", "/reports/"+made.id()+"/submit", `{"content":{"direction":"Đã ban hành.","sections":{}}}`, from(made)).want(200).id()
}

func anAccount(state account.State) maker {
	return func(w *world) string {
		return factory.Account(w.t, w.db, func(a *account.Account) { a.AgencyID, a.State = w.town.CommuneA.ID, state }).ID.String()
	}
}

func aSession(of access.Role) maker {
	return func(w *world) string {
		return factory.Session(w.t, w.db, &account.Account{Meta: record.Meta{ID: w.actors[of].AccountID}}).ID.String()
	}
}

func anAgency(w *world) string {
	return factory.Agency(w.t, w.db, func(a *agency.Agency) { a.ParentID = &w.town.Committee.ID }).ID.String()
}

func aGroup(w *world) string { return factory.Group(w.t, w.db).ID.String() }
