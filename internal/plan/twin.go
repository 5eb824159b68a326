package plan

import (
	"strconv"

	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/fault"
)

// warnOfTwin adds a warning that names a plan of the actor's committee and of the same year that bears the number or the title of what was
// read: the document may have come in before.
func (r *Reading) warnOfTwin(tx *gorm.DB, by access.Actor, language string) error {
	if r.Plan.Year == nil {
		return nil
	}
	var twins []Plan
	err := visibleTo(tx, by).Select("number", "title").
		Where("plans.issuer_id = ? AND plans.year = ? AND (plans.number = ? OR fold(plans.title) = fold(?))", by.ScopeID, *r.Plan.Year, r.Plan.Number, r.Plan.Title).
		Order("plans.created_at, plans.id").Limit(1).Find(&twins).Error
	if err != nil || len(twins) == 0 {
		return err
	}
	name, pointer := twins[0].Title, "/title"
	if number := twins[0].Number; number != nil {
		name = *number + ", " + name
		if r.Plan.Number != nil && *number == *r.Plan.Number {
			pointer = "/number"
		}
	}
	const code = "plan.stands_already"
	r.Warnings = append(r.Warnings, Warning{Code: code, Pointer: pointer, Line: r.Sources[pointer].Line,
		Message: fault.Say(code, language, map[string]string{"name": name, "year": strconv.Itoa(*r.Plan.Year)})})
	return nil
}
