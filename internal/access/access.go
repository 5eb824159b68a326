// Package access says who may do what: the roles of the town's offices, the actions, and the one table that joins them.
package access

import (
	"slices"

	"github.com/google/uuid"

	"lantoa/internal/fault"
)

// Role is what an account does for its agency; the JWT claim "role".
type Role string

// The roles.
const (
	CultureOffice Role = "culture_office" // Phòng Văn hóa và Thông tin, cơ quan đầu mối
	CouncilOffice Role = "council_office" // Văn phòng HĐND và UBND
	Finance       Role = "finance"        // Phòng Tài chính - Kế hoạch
	Justice       Role = "justice"        // Phòng Tư pháp
	Police        Role = "police"         // Công an
	MediaCentre   Role = "media_centre"   // Trung tâm Truyền thông - Văn hóa - Thể thao
	Commune       Role = "commune"        // UBND xã, phường
	Department    Role = "department"     // ban, ngành, hội, đoàn thể khác
	Leader        Role = "leader"         // lãnh đạo UBND
	Admin         Role = "admin"          // quản trị hệ thống
	Integrator    Role = "integrator"     // hệ thống khác; no grant until it is given one
)

// Roles lists every role, in the order of the documentation.
func Roles() []Role {
	return []Role{CultureOffice, CouncilOffice, Finance, Justice, Police, MediaCentre, Commune, Department, Leader, Admin, Integrator}
}

// Position is an account's standing in its agency: a head signs, an officer prepares.
type Position string

// The positions.
const (
	Officer Position = "officer"
	Head    Position = "head"
)

// Actor is who asks: the account's row of this moment, not only its token.
type Actor struct {
	AccountID uuid.UUID
	SessionID uuid.UUID
	AgencyID  uuid.UUID
	ScopeID   uuid.UUID // the committee (UBND) under which the actor works: whose plans it sees
	Role      Role
	Position  Position
}

// May reports whether the actor's role and position have the action.
func (a Actor) May(action Action) bool {
	switch action {
	case Public:
		return true
	case SignedIn:
		return a.AccountID != uuid.Nil
	default:
		return slices.ContainsFunc(grants[action], func(g grant) bool {
			return g.role == a.Role && (g.position == "" || g.position == a.Position)
		})
	}
}

// Check is access.forbidden unless the actor has the action.
func (a Actor) Check(action Action) error {
	if a.May(action) {
		return nil
	}
	return fault.NewForbidden("access.forbidden")
}

// Actions lists what the actor may do, for GET /me.
func (a Actor) Actions() []Action {
	may := []Action{}
	for _, action := range Actions() {
		if a.May(action) {
			may = append(may, action)
		}
	}
	return may
}
