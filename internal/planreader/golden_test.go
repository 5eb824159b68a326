package planreader_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/planreader"
)

func TestTheRealPlanComesOutAsReadByHand(t *testing.T) {
	t.Parallel()
	for file, kind := range map[string]planreader.Kind{"plan.txt": planreader.Text, "plan.docx": planreader.Docx} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			draft, err := planreader.Read(data(t, file), kind, town(t))
			if err != nil {
				t.Fatal(err)
			}
			for _, difference := range missing("", asJSON(t, json.RawMessage(data(t, "expected.json"))), asJSON(t, draft.Plan)) {
				t.Error(difference)
			}
			if len(draft.Warnings) > 0 {
				t.Errorf("warnings %v", draft.Warnings)
			}
			for _, u := range draft.Unread {
				t.Logf("unread %d: %s", u.Line, u.Text)
			}
		})
	}
}

// missing lists where want and got differ; members that only got has are free.
func missing(at string, want, got any) []string {
	switch want := want.(type) {
	case map[string]any:
		got, ok := got.(map[string]any)
		if !ok {
			return []string{fmt.Sprintf("%s: want an object, got %v", at, got)}
		}
		var out []string
		for name, value := range want {
			out = append(out, missing(at+"/"+name, value, got[name])...)
		}
		return out
	case []any:
		got, ok := got.([]any)
		if !ok || len(got) != len(want) {
			return []string{fmt.Sprintf("%s: want %d items, got %v", at, len(want), got)}
		}
		var out []string
		for i := range want {
			out = append(out, missing(fmt.Sprintf("%s/%d", at, i), want[i], got[i])...)
		}
		return out
	}
	if want != got {
		return []string{fmt.Sprintf("%s: want %#v, got %#v", at, want, got)}
	}
	return nil
}

func data(t *testing.T, file string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func asJSON(t *testing.T, value any) any {
	t.Helper()
	raw, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// town is the demonstration's directory: agencies and groups of Đức Phổ in 2024.
func town(t testing.TB) planreader.Directory {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "agencies.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Agencies []struct {
			Name      string
			Parent    *string
			ShortName *string `json:"short_name"`
			Aliases   []string
		}
		Groups []struct {
			Name    string
			Aliases []string
		}
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	ids := map[string]uuid.UUID{}
	var dir planreader.Directory
	for _, a := range file.Agencies {
		ids[a.Name] = uuid.NewSHA1(uuid.NameSpaceURL, []byte(a.Name))
		one := planreader.Agency{ID: ids[a.Name], Name: a.Name, Aliases: a.Aliases}
		if a.ShortName != nil {
			one.ShortName = *a.ShortName
		}
		if a.Parent != nil {
			parent := ids[*a.Parent]
			one.ParentID = &parent
		}
		dir.Agencies = append(dir.Agencies, one)
	}
	for _, g := range file.Groups {
		dir.Groups = append(dir.Groups, planreader.Group{ID: uuid.NewSHA1(uuid.NameSpaceOID, []byte(g.Name)), Name: g.Name, Aliases: g.Aliases})
	}
	return dir
}

func BenchmarkTheRealPlan(b *testing.B) {
	raw, err := os.ReadFile("testdata/plan.docx")
	if err != nil {
		b.Fatal(err)
	}
	dir := town(b)
	for b.Loop() {
		if _, err := planreader.Read(raw, planreader.Docx, dir); err != nil {
			b.Fatal(err)
		}
	}
}
