package access

import "slices"

// Action is one thing that a role may or may not do.
type Action string

// The actions. Public and SignedIn must be written out in the route table: an unknown action is nobody's.
const (
	Public   Action = "public"    // anyone, without signing in
	SignedIn Action = "signed_in" // any account, for itself alone

	AgencyRead        Action = "agency:read"
	AgencyWrite       Action = "agency:write"
	GroupWrite        Action = "group:write"
	GroupMembers      Action = "group:members"
	AccountManage     Action = "account:manage"
	TemplateRead      Action = "template:read"
	TemplateWrite     Action = "template:write"
	PlanRead          Action = "plan:read"
	PlanWrite         Action = "plan:write"
	PlanSubmit        Action = "plan:submit"
	PlanReview        Action = "plan:review"
	PlanClose         Action = "plan:close"
	AssignmentRead    Action = "assignment:read"
	AssignmentWork    Action = "assignment:work"
	AssignmentReview  Action = "assignment:review"
	RoundRead         Action = "round:read"
	RoundManage       Action = "round:manage"
	ReportRead        Action = "report:read"
	ReportWrite       Action = "report:write"
	ReportSubmit      Action = "report:submit"
	ReportReview      Action = "report:review"
	ConsolidateRead   Action = "consolidation:read"
	ConsolidateWrite  Action = "consolidation:write"
	ConsolidateSubmit Action = "consolidation:submit"
	ConsolidateReview Action = "consolidation:review"
	FileWrite         Action = "file:write"
	FileRead          Action = "file:read"
	EventRead         Action = "event:read"
	OverviewRead      Action = "overview:read"
)

type grant struct {
	role     Role
	position Position // blank: either
}

func to(roles ...Role) []grant {
	list := make([]grant, len(roles))
	for i, role := range roles {
		list[i] = grant{role: role}
	}
	return list
}

func toHead(roles ...Role) []grant {
	list := to(roles...)
	for i := range list {
		list[i].position = Head
	}
	return list
}

func offices() []Role {
	return []Role{CultureOffice, CouncilOffice, Finance, Justice, Police, MediaCentre, Commune, Department}
}

func officesAnd(others ...Role) []Role { return append(offices(), others...) }

// grants is the one table of who may do what. Which rows a grant reaches is the noun's own rule (its lifecycle and visibility).
var grants = map[Action][]grant{ //nolint:gochecknoglobals // the table itself
	AgencyRead:        to(officesAnd(Leader, Admin)...),
	AgencyWrite:       to(Admin),
	GroupWrite:        to(Admin),
	GroupMembers:      to(Admin, CultureOffice),
	AccountManage:     to(Admin),
	TemplateRead:      to(officesAnd(Leader, Admin)...),
	TemplateWrite:     toHead(CultureOffice),
	PlanRead:          to(officesAnd(Leader)...),
	PlanWrite:         to(CultureOffice),
	PlanSubmit:        toHead(CultureOffice),
	PlanReview:        to(Leader),
	PlanClose:         toHead(CultureOffice),
	AssignmentRead:    to(officesAnd(Leader)...),
	AssignmentWork:    to(offices()...),
	AssignmentReview:  to(CultureOffice, Leader),
	RoundRead:         to(officesAnd(Leader)...),
	RoundManage:       toHead(CultureOffice),
	ReportRead:        to(officesAnd(Leader)...),
	ReportWrite:       to(offices()...),
	ReportSubmit:      toHead(offices()...),
	ReportReview:      to(CultureOffice),
	ConsolidateRead:   to(CultureOffice, Leader),
	ConsolidateWrite:  to(CultureOffice),
	ConsolidateSubmit: toHead(CultureOffice),
	ConsolidateReview: to(Leader),
	FileWrite:         to(offices()...),
	FileRead:          to(officesAnd(Leader)...),
	EventRead:         to(officesAnd(Leader, Admin)...),
	OverviewRead:      to(officesAnd(Leader)...),
}

// Actions lists every action of the table, sorted.
func Actions() []Action {
	list := make([]Action, 0, len(grants))
	for action := range grants {
		list = append(list, action)
	}
	slices.Sort(list)
	return list
}
