package rest

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
)

// kind says what sort of endpoint a route is; the rules of the API hang on it.
type kind string

const (
	read    kind = "read"    // one resource: ETag, If-None-Match
	list    kind = "list"    // a page by cursor
	feed    kind = "feed"    // a stretch of the log, by number
	create  kind = "create"  // POST: Idempotency-Key
	change  kind = "change"  // PUT, PATCH, DELETE: If-Match
	verb    kind = "verb"    // POST on a resource: If-Match, Idempotency-Key
	bulk    kind = "bulk"    // POST on many: each item carries its version
	session kind = "session" // signing in and out: never kept, never cached
)

// body says what a route takes.
type body string

const (
	nothing    body = ""
	jsonBody   body = "application/json"
	mergePatch body = "application/merge-patch+json"
	document   body = "document"   // multipart/form-data with a file, or text/plain
	attachment body = "attachment" // multipart/form-data with a file
)

type route struct {
	kind    kind
	method  string
	path    string
	action  access.Action
	takes   body
	handler echo.HandlerFunc
}

// carriesFile reports whether a file comes in or goes out as it is: slow over a weak network.
func (r route) carriesFile() bool {
	return r.takes == document || r.takes == attachment || strings.HasSuffix(r.path, "/content")
}

// isSlow reports whether a file is looked through or a password hashed, which no transaction waits for: its handler sees to what comes
// twice by onceWith.
func (r route) isSlow() bool {
	return r.takes == attachment || r.takes == document || r.method == http.MethodPost && r.path == "/accounts" || r.path == "/accounts/:id/reset-password"
}

// routes is the table: every endpoint, the permission it takes, and who answers.
func (a *API) routes() []route { //nolint:funlen // the table itself
	const get, post, put, patch, del = http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete
	return []route{
		// identity
		{session, post, "/sessions", access.Public, jsonBody, a.signIn},
		{session, post, "/sessions/refresh", access.Public, nothing, a.refreshSession},
		{session, del, "/sessions/current", access.Public, nothing, a.signOut},
		{list, get, "/sessions", access.SignedIn, nothing, a.listSessions},
		{session, del, "/sessions/:id", access.SignedIn, nothing, a.endSession},
		{read, get, "/me", access.SignedIn, nothing, a.getMe},
		{session, post, "/me/password", access.SignedIn, jsonBody, a.changePassword},
		{list, get, "/accounts", access.AccountManage, nothing, a.listAccounts},
		{create, post, "/accounts", access.AccountManage, jsonBody, a.createAccount},
		{read, get, "/accounts/:id", access.AccountManage, nothing, a.getAccount},
		{change, patch, "/accounts/:id", access.AccountManage, mergePatch, a.changeAccount},
		{verb, post, "/accounts/:id/disable", access.AccountManage, nothing, a.disableAccount},
		{verb, post, "/accounts/:id/enable", access.AccountManage, nothing, a.enableAccount},
		{verb, post, "/accounts/:id/reset-password", access.AccountManage, nothing, a.resetPassword},

		// agencies and groups
		{list, get, "/agencies", access.AgencyRead, nothing, a.listAgencies},
		{create, post, "/agencies", access.AgencyWrite, jsonBody, a.createAgency},
		{read, get, "/agencies/:id", access.AgencyRead, nothing, a.getAgency},
		{change, patch, "/agencies/:id", access.AgencyWrite, mergePatch, a.changeAgency},
		{list, get, "/agency-groups", access.AgencyRead, nothing, a.listGroups},
		{create, post, "/agency-groups", access.GroupWrite, jsonBody, a.createGroup},
		{read, get, "/agency-groups/:id", access.AgencyRead, nothing, a.getGroup},
		{change, patch, "/agency-groups/:id", access.GroupMembers, mergePatch, a.changeGroup},

		// plans and their tasks
		{list, get, "/plans", access.PlanRead, nothing, a.listPlans},
		{create, post, "/plans", access.PlanWrite, jsonBody, a.createPlan},
		{create, post, "/plans/import", access.PlanWrite, document, a.importPlan},
		{read, get, "/plans/:id", access.PlanRead, nothing, a.getPlan},
		{change, put, "/plans/:id", access.PlanWrite, jsonBody, a.replacePlan},
		{change, del, "/plans/:id", access.PlanWrite, nothing, a.deletePlan},
		{verb, post, "/plans/:id/submit", access.PlanSubmit, nothing, a.submitPlan},
		{verb, post, "/plans/:id/send-back", access.PlanReview, jsonBody, a.sendBackPlan},
		{verb, post, "/plans/:id/issue", access.PlanReview, jsonBody, a.issuePlan},
		{verb, post, "/plans/:id/close", access.PlanClose, nothing, a.closePlan},
		{read, get, "/plans/:id/groups", access.PlanRead, nothing, a.listPlanGroups},
		{read, get, "/plans/:id/document.docx", access.PlanRead, nothing, a.getPlanDocument},
		{list, get, "/tasks", access.PlanRead, nothing, a.listTasks},
		{read, get, "/tasks/:id", access.PlanRead, nothing, a.getTask},

		// assignments and their progress
		{list, get, "/assignments", access.AssignmentRead, nothing, a.listAssignments},
		{read, get, "/assignments/:id", access.AssignmentRead, nothing, a.getAssignment},
		{verb, post, "/assignments/:id/receive", access.AssignmentWork, nothing, a.receiveAssignment},
		{verb, post, "/assignments/:id/start", access.AssignmentWork, nothing, a.startAssignment},
		{verb, post, "/assignments/:id/hand-in", access.AssignmentWork, jsonBody, a.handInAssignment},
		{verb, post, "/assignments/:id/confirm", access.AssignmentReview, nothing, a.confirmAssignment},
		{verb, post, "/assignments/:id/return", access.AssignmentReview, jsonBody, a.returnAssignment},
		{list, get, "/assignments/:id/updates", access.AssignmentRead, nothing, a.listAssignmentUpdates},
		{create, post, "/assignments/:id/updates", access.AssignmentWork, jsonBody, a.createAssignmentUpdate},

		// files
		{list, get, "/attachments", access.FileRead, nothing, a.listAttachments},
		{create, post, "/attachments", access.FileWrite, attachment, a.createAttachment},
		{read, get, "/attachments/:id", access.FileRead, nothing, a.getAttachment},
		{change, del, "/attachments/:id", access.FileWrite, nothing, a.deleteAttachment},
		{read, get, "/attachments/:id/content", access.FileRead, nothing, a.getAttachmentContent},

		// templates, rounds, reports, consolidation
		{list, get, "/report-templates", access.TemplateRead, nothing, a.listReportTemplates},
		{create, post, "/report-templates", access.TemplateWrite, jsonBody, a.createReportTemplate},
		{read, get, "/report-templates/:id", access.TemplateRead, nothing, a.getReportTemplate},
		{change, patch, "/report-templates/:id", access.TemplateWrite, mergePatch, a.changeReportTemplate},
		{list, get, "/rounds", access.RoundRead, nothing, a.listRounds},
		{read, get, "/rounds/:id", access.RoundRead, nothing, a.getRound},
		{verb, post, "/rounds/:id/lock", access.RoundManage, nothing, a.lockRound},
		{read, get, "/rounds/:id/figures.xlsx", access.ConsolidateRead, nothing, a.getRoundFigures},
		{read, get, "/rounds/:id/consolidation", access.ConsolidateRead, nothing, a.getConsolidation},
		{create, post, "/rounds/:id/consolidated", access.ConsolidateWrite, nothing, a.createConsolidatedReport},
		{list, get, "/reports", access.ReportRead, nothing, a.listReports},
		{bulk, post, "/reports/accept", access.ReportReview, jsonBody, a.acceptReports},
		{read, get, "/reports/:id", access.ReportRead, nothing, a.getReport},
		{change, patch, "/reports/:id", access.ReportWrite, mergePatch, a.changeReport},
		{verb, post, "/reports/:id/submit", access.ReportSubmit, nothing, a.submitReport},
		{verb, post, "/reports/:id/accept", access.ReportReview, nothing, a.acceptReport},
		{verb, post, "/reports/:id/return", access.ReportReview, jsonBody, a.returnReport},
		{verb, post, "/reports/:id/exempt", access.RoundManage, jsonBody, a.exemptReport},
		{verb, post, "/reports/:id/send-back", access.ConsolidateReview, jsonBody, a.sendBackReport},
		{verb, post, "/reports/:id/approve", access.ConsolidateReview, jsonBody, a.approveReport},
		{list, get, "/reports/:id/revisions", access.ReportRead, nothing, a.listReportRevisions},
		{read, get, "/reports/:id/document.docx", access.ReportRead, nothing, a.getReportDocument},

		// what one sees at a glance
		{read, get, "/overview", access.OverviewRead, nothing, a.getOverview},
		{read, get, "/plans/:id/matrix", access.OverviewRead, nothing, a.getPlanMatrix},

		// the log
		{feed, get, "/events", access.EventRead, nothing, a.listEvents},
	}
}
