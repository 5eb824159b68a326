package fill

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/clock"
	"lantoa/internal/demo"
	"lantoa/internal/figure"
	"lantoa/internal/record"
	"lantoa/internal/round"
)

// office is an agency with the account that acts for it.
type office struct {
	ID, AccountID uuid.UUID
	Kind          string
	Role          access.Role
	Position      access.Position
}

// register enters the demonstration's own register through the product's code, and the communes that a larger size has beside it.
func (f *filling) register(ctx context.Context) error {
	if err := demo.Register(ctx, f.pool, account.NewPasswords(19456, 2)); err != nil {
		return err
	}
	if err := f.widen(ctx); err != nil {
		return err
	}
	if err := f.addCommunes(ctx); err != nil {
		return err
	}
	return f.meet(ctx)
}

// widen makes the template ask for 40 figures, and the groups that are settled by hand mean every agency.
func (f *filling) widen(ctx context.Context) error {
	var t round.Template
	if err := f.pool.WithContext(ctx).Take(&t).Error; err != nil {
		return err
	}
	asked := 0
	for _, s := range t.Sections {
		asked += len(s.Indicators)
	}
	last := &t.Sections[len(t.Sections)-1]
	for n := 1; asked < figures; n, asked = n+1, asked+1 {
		last.Indicators = append(last.Indicators, round.Indicator{Code: fmt.Sprintf("%s.%d", last.Code, n), Name: fmt.Sprintf("Sản phẩm truyền thông khác, loại %d", n),
			Unit: round.Unit{"sản phẩm"}, Kind: round.Flow, OverAgencies: figure.Sum, OverTime: figure.Sum})
	}
	if err := f.pool.WithContext(ctx).Select("sections").Updates(&t).Error; err != nil {
		return err
	}
	return f.pool.WithContext(ctx).Exec(`UPDATE agency_groups SET by_hand = false,
		kinds = '["office", "police", "party_body", "union", "media_centre", "ward", "commune"]' WHERE by_hand`).Error
}

// figures is how many figures a report is asked for.
const figures = 40

func (f *filling) addCommunes(ctx context.Context) error {
	var sample account.Account
	var there int64
	if err := f.pool.WithContext(ctx).Where("role = ?", access.Commune).Order("username").Take(&sample).Error; err != nil {
		return err
	}
	if err := f.pool.WithContext(ctx).Model(&agency.Agency{}).Where("kind IN ('ward', 'commune')").Count(&there).Error; err != nil {
		return err
	}
	var home agency.Agency
	if err := f.pool.WithContext(ctx).Where("id = ?", sample.AgencyID).Take(&home).Error; err != nil {
		return err
	}
	at := time.Date(lastYear-f.size.Years, time.December, 1, 8, 0, 0, 0, clock.Zone)
	var agencies []*agency.Agency
	var accounts []*account.Account
	for n := int(there); n < f.size.Communes; n++ {
		a := madeCommune(n, at, home.ParentID)
		agencies = append(agencies, a)
		accounts = append(accounts, &account.Account{Meta: record.Meta{ID: of(2, uint64(n)).id(at), Version: 1, CreatedAt: at, UpdatedAt: at}, //nolint:gosec // counts from 0
			Username: fmt.Sprintf("xa-%05d", n), AgencyID: a.ID, Role: access.Commune, Position: access.Head, State: account.Active, PasswordHash: sample.PasswordHash})
	}
	if err := copyModels(ctx, f.conn, slices.Values(agencies)); err != nil {
		return err
	}
	return copyModels(ctx, f.conn, slices.Values(accounts))
}

func madeCommune(n int, at time.Time, under *uuid.UUID) *agency.Agency {
	name, ward := communeName(n)
	kind, committee, short := agency.Commune, "UBND xã ", "Xã "
	if ward {
		kind, committee, short = agency.Ward, "UBND phường ", "Phường "
	}
	return &agency.Agency{Meta: record.Meta{ID: of(1, uint64(n)).id(at), Version: 1, CreatedAt: at, UpdatedAt: at}, //nolint:gosec // counts from 0
		Name: committee + name, ShortName: short + name, Aliases: []string{}, Kind: kind, Code: new(fmt.Sprintf("%05d", n)), ParentID: under}
}

// meet learns the offices with who acts for each, and the committee they work under.
func (f *filling) meet(ctx context.Context) error {
	var rows []office
	err := f.pool.WithContext(ctx).Raw(`SELECT DISTINCT ON (g.id) g.id, a.id AS account_id, g.kind, a.role, a.position
		FROM agencies g JOIN accounts a ON a.agency_id = g.id AND a.position = 'head' AND a.role <> 'admin' ORDER BY g.id, a.username`).Scan(&rows).Error
	if err != nil {
		return err
	}
	for i := range rows {
		if rows[i].Role == access.Leader {
			f.scope = rows[i].ID
		}
	}
	for i := range rows {
		o := &rows[i]
		f.offices[o.ID] = o
		by := f.actor(o.ID)
		switch o.Role {
		case access.Leader:
			f.leader = by
		case access.CultureOffice:
			f.culture = by
		default:
		}
	}
	return nil
}

func (f *filling) actor(agencyID uuid.UUID) access.Actor {
	o := f.offices[agencyID]
	return access.Actor{AccountID: o.AccountID, AgencyID: o.ID, ScopeID: f.scope, Role: o.Role, Position: o.Position}
}
