package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
)

// kind says what sort of endpoint a route is; the rules of the API hang on it.
type kind string

const (
	read    kind = "read"    // one resource: ETag, If-None-Match
	list    kind = "list"    // a page by cursor
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

// routes is the table: every endpoint, the permission it takes, and who answers.
func (a *API) routes() []route {
	const get, post, put, patch, del = http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete
	_ = put
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

		// the log
		{list, get, "/events", access.EventRead, nothing, a.listEvents},
	}
}
