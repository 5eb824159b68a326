package fault_test

import (
	"strings"
	"testing"

	"lantoa/internal/fault"
)

func TestWhatIsInBracketsIsSaidOnlyWhenItsValueIsKnown(t *testing.T) {
	t.Parallel()
	known := fault.Say("secrecy.stamp", "en", map[string]string{"line": "3"})
	if !strings.HasPrefix(known, "This bears a secrecy stamp on line 3 and is not taken.") {
		t.Error(known)
	}
	unknown := fault.Say("secrecy.stamp", "en", nil)
	if !strings.HasPrefix(unknown, "This bears a secrecy stamp and is not taken.") {
		t.Error(unknown)
	}
	named := fault.Say("plan.impossible_issue_date", "en", map[string]string{"text": "[31/02]"})
	if !strings.Contains(named, "[31/02]") {
		t.Error(named)
	}
}
