package round

import (
	"context"
	"maps"
	"slices"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/lifecycle"
	"lantoa/internal/record"
	"lantoa/internal/wire"
)

// templateLife is everything that may happen to a template, which has but one state.
var templateLife = lifecycle.Table[Template, string]{ //nolint:gochecknoglobals // the table itself
	State: func(*Template) *string { return new(string) },
	Steps: []lifecycle.Step[Template, string]{
		{Verb: "edit", From: []string{""}, Action: access.TemplateWrite},
	},
}

// TemplateOrders is how the list of templates may be sorted.
func TemplateOrders() db.Orders {
	return db.Orders{Own: "-created_at", By: map[string]db.Order{
		"created_at": {Expr: "report_templates.created_at", Type: "timestamptz"},
	}}
}

// ListTemplates gives the templates of the actor's committee, the newest first.
func (s *Store) ListTemplates(ctx context.Context, by access.Actor, page db.Page) (db.Items[Template], error) {
	q := ownTemplates(db.Conn(ctx, s.DB), by)
	out, err := db.List[Template](q, "report_templates", page, TemplateOrders())
	for i := range out.Items {
		out.Items[i].AllowedActions = templateLife.Allowed(&out.Items[i], by)
	}
	return out, err
}

// FindTemplate gives one template; resource.not_found (404) when the caller's committee has none such.
func (s *Store) FindTemplate(ctx context.Context, by access.Actor, id uuid.UUID) (*Template, error) {
	return findTemplate(db.Conn(ctx, s.DB), by, id)
}

// CreateTemplate keeps a new template for the actor's committee.
func (s *Store) CreateTemplate(ctx context.Context, by access.Actor, in TemplateDraft) (*Template, error) {
	if err := in.Check(); err != nil {
		return nil, err
	}
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Template, error) {
		t := &Template{Meta: record.NewMeta(s.Clock.Now()), IssuerID: by.ScopeID}
		if err := templateLife.Check(t, "edit", by); err != nil {
			return nil, err
		}
		t.write(in)
		if err := tx.Create(t).Error; err != nil {
			return nil, db.Fault(err)
		}
		return s.kept(tx, by, t, "template.created", nil)
	})
}

// ChangeTemplate edits a template with a merge patch, made from version v.
func (s *Store) ChangeTemplate(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, patch wire.Patch) (*Template, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Template, error) {
		t, err := findTemplate(db.Lock(tx), by, id)
		if err != nil {
			return nil, err
		}
		if err := t.Match(v); err != nil {
			return nil, err
		}
		if err := templateLife.Check(t, "edit", by); err != nil {
			return nil, err
		}
		in, err := wire.Onto(patch, t.draft())
		if err != nil {
			return nil, err
		}
		if err := in.Check(); err != nil {
			return nil, err
		}
		before := *t
		t.write(in)
		t.Touch(s.Clock.Now())
		if err := tx.Select("*").Updates(t).Error; err != nil {
			return nil, db.Fault(err)
		}
		return s.kept(tx, by, t, "template.changed", before)
	})
}

func (s *Store) kept(tx *gorm.DB, by access.Actor, t *Template, did string, before any) (*Template, error) {
	t.AllowedActions = templateLife.Allowed(t, by)
	return t, event.Record(tx, s.Clock, by, event.Entry{Did: did, Noun: "template", ID: t.ID, Audience: event.ForOffice,
		ScopeID: &t.IssuerID, Before: before, After: t})
}

// MissingTemplates gives, of ids, those of no template of the actor's committee.
func (s *Store) MissingTemplates(ctx context.Context, by access.Actor, ids []uuid.UUID) (map[uuid.UUID]bool, error) {
	missing := map[uuid.UUID]bool{}
	for _, id := range ids {
		missing[id] = true
	}
	if len(ids) == 0 {
		return missing, nil
	}
	var known []uuid.UUID
	err := ownTemplates(db.Conn(ctx, s.DB), by).Table("report_templates").Where("id IN ?", slices.Collect(maps.Keys(missing))).Pluck("id", &known).Error
	for _, id := range known {
		delete(missing, id)
	}
	return missing, err
}

func ownTemplates(tx *gorm.DB, by access.Actor) *gorm.DB {
	return tx.Where("report_templates.issuer_id = ?", by.ScopeID)
}

func findTemplate(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Template, error) {
	t := &Template{}
	if err := ownTemplates(tx, by).Where("id = ?", id).Take(t).Error; err != nil {
		return nil, db.Fault(err)
	}
	t.AllowedActions = templateLife.Allowed(t, by)
	return t, nil
}

// TemplateLife is what may happen to a report template, for the documentation.
func TemplateLife() []lifecycle.Row { return templateLife.Rows() }
