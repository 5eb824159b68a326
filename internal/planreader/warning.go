package planreader

import "lantoa/internal/fault"

// Warning is something in the document that a person should look at; its words are in the catalogue of faults under its code.
type Warning struct {
	Code    string            `json:"code"`
	Message string            `json:"message"` // Vietnamese; say it anew with Args for another language
	Pointer string            `json:"pointer,omitempty"`
	Line    int               `json:"line,omitempty"`
	Args    map[string]string `json:"-"`
}

// In gives the warning with its words in a language ("vi" or "en").
func (w Warning) In(language string) Warning {
	w.Message = fault.Say(w.Code, language, w.Args)
	return w
}

// The warnings of reading, beside those of viet.ReadSchedule.
const (
	NotAPlan             = "plan.not_a_plan"              // another kind of document: header, recipients and signer only
	kindUnknown          = "plan.kind_unknown"            // no «KẾ HOẠCH» above the title
	issuerUnknown        = "plan.issuer_unknown"          // no issuer found
	yearUnknown          = "plan.year_unknown"            // no year found
	noTasks              = "plan.no_tasks"                // no task found
	impossibleIssueDate  = "plan.impossible_issue_date"   // «ngày 31 tháng 02»
	purposesNotSeparated = "plan.purposes_not_separated"  // «Mục đích, yêu cầu» without telling which is which
	noLead               = "task.no_lead"                 // a task without anyone who leads it
	rolesMixed           = "task.roles_mixed"             // one label for leads and coordinators
	reportingImpossible  = "reporting.impossible_date"    // a deadline on a day that does not exist
	reportingNoDay       = "reporting.no_single_deadline" // «trước ngày 20 hằng tháng»
	reportingNobody      = "reporting.from_unknown"       // nobody named who is to report
	basisImpossible      = "legal_basis.impossible_date"  // a basis dated on a day that does not exist
)

func (r *reader) warn(code, pointer string, line int, args ...string) {
	if len(r.draft.Warnings) >= maxWarnings {
		return
	}
	w := Warning{Code: code, Pointer: pointer, Line: line, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		w.Args[args[i]] = args[i+1]
	}
	r.draft.Warnings = append(r.draft.Warnings, w.In("vi"))
}
