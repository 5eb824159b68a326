package official_test

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/official"
	"lantoa/internal/planreader"
)

// directory knows the agencies and groups that the plan names.
func directory(p official.Plan) planreader.Directory {
	issuer := planreader.Agency{ID: uuid.NewSHA1(uuid.NameSpaceURL, []byte(p.Agency)), Name: p.Agency, Aliases: []string{"UBND thị xã"}}
	d := planreader.Directory{Agencies: []planreader.Agency{issuer}, Home: &issuer.ID}
	groups := map[string]bool{"Các cơ quan, đơn vị liên quan": true, "Các cơ quan, đơn vị, địa phương": true, "Các cơ quan, đơn vị, địa phương liên quan": true,
		"Các cơ quan báo chí, truyền thông": true, "UBND các xã, phường": true, "Các ban, ngành, hội, đoàn thể thị xã": true}
	seen := map[string]bool{}
	add := func(names []string) {
		for _, name := range names {
			id := uuid.NewSHA1(uuid.NameSpaceURL, []byte(name))
			switch {
			case seen[name]:
			case groups[name]:
				d.Groups = append(d.Groups, planreader.Group{ID: id, Name: name})
			default:
				d.Agencies = append(d.Agencies, planreader.Agency{ID: id, ParentID: &issuer.ID, Name: name})
			}
			seen[name] = true
		}
	}
	for _, task := range p.Tasks {
		add(task.Leads)
		add(task.Coordinators)
	}
	for _, r := range p.Responsibilities {
		add(r.Who)
	}
	return d
}

func TestAPrintedPlanReadsBackAsTheSamePlan(t *testing.T) {
	t.Parallel()
	p := plan2024(t)
	draft, err := planreader.Read(written(t, p.Document()), planreader.Docx, directory(p))
	if err != nil {
		t.Fatal(err)
	}
	if number := draft.Plan.Number; number == nil || *number != "45/KH-UBND" || draft.Plan.IssuedOn.String() != "2024-03-29" {
		t.Errorf("number %v, issued on %v", number, draft.Plan.IssuedOn)
	}
	text, err := os.ReadFile("testdata/plan-2024.json")
	if err != nil {
		t.Fatal(err)
	}
	want := decoded(t, text)
	delete(want, "number") // the plan read by hand bore neither
	delete(want, "issued_on")
	back, err := json.Marshal(draft.Plan)
	if err != nil {
		t.Fatal(err)
	}
	for _, difference := range differences("", want, any(decoded(t, back))) {
		t.Error(difference)
	}
}

func decoded(t *testing.T, text []byte) (members map[string]any) {
	t.Helper()
	if err := json.Unmarshal(text, &members); err != nil {
		t.Fatal(err)
	}
	return members
}

// differences lists where got lacks or changes what want has; members that only got has are free.
func differences(at string, want, got any) (found []string) {
	switch want := want.(type) {
	case map[string]any:
		members, _ := got.(map[string]any)
		for name, value := range want {
			found = append(found, differences(at+"/"+name, value, members[name])...)
		}
	case []any:
		items, _ := got.([]any)
		if len(items) != len(want) {
			return []string{fmt.Sprintf("%s: %d items, want %d", at, len(items), len(want))}
		}
		for i, value := range want {
			found = append(found, differences(fmt.Sprintf("%s/%d", at, i), value, items[i])...)
		}
	default:
		if want != got {
			return []string{fmt.Sprintf("%s: %v, want %v", at, got, want)}
		}
	}
	return found
}
