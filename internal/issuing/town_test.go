package issuing_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/agency"
	"lantoa/internal/factory"
	"lantoa/internal/plan"
)

// town2024 is the town of the 2024 plan, as testdata/agencies.json has it: ids by official name.
type town2024 struct {
	factory.Town
	agencies map[string]uuid.UUID
	groups   map[string]uuid.UUID
}

func keepTown(t *testing.T, tx *gorm.DB) town2024 {
	t.Helper()
	var file struct {
		Agencies []struct {
			Name, Kind string
			Parent     *string
			Aliases    []string
		}
		Groups []struct {
			Name    string
			ByKind  []agency.Kind `json:"by_kind"`
			ByHand  bool          `json:"by_hand"`
			Aliases []string
		}
	}
	read(t, "testdata/agencies.json", &file)
	town := town2024{agencies: map[string]uuid.UUID{}, groups: map[string]uuid.UUID{}}
	kept := map[string]*agency.Agency{}
	for _, one := range file.Agencies {
		kept[one.Name] = factory.Agency(t, tx, func(a *agency.Agency) {
			a.Name, a.Kind, a.Aliases = one.Name, agency.Kind(one.Kind), append([]string{}, one.Aliases...)
			if one.Parent != nil {
				a.ParentID = new(town.agencies[*one.Parent])
			}
		})
		town.agencies[one.Name] = kept[one.Name].ID
	}
	for _, one := range file.Groups {
		town.groups[one.Name] = factory.Group(t, tx, func(g *agency.Group) {
			g.Name, g.ByHand, g.Aliases = one.Name, one.ByHand, append([]string{}, one.Aliases...)
			g.Kinds = append([]agency.Kind{}, one.ByKind...)
		}).ID
	}
	town.Committee, town.CultureOffice = kept["UBND thị xã Đức Phổ"], kept["Phòng Văn hóa và Thông tin"]
	town.CommuneA, town.Police = kept["UBND xã Phổ An"], kept["Công an thị xã"]
	return town
}

// plan2024 is the 2024 plan as it was read by hand, each name with its id, and its groups by hand marked empty.
func (town town2024) plan2024(t *testing.T) plan.Draft {
	t.Helper()
	var whole any
	read(t, "testdata/expected.json", &whole)
	town.identify(t, whole)
	raw, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	var d plan.Draft
	if err := json.Unmarshal(raw, &d); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Các cơ quan, đơn vị, địa phương liên quan", "Các cơ quan, đơn vị liên quan", "Các cơ quan báo chí, truyền thông"} {
		d.SettledGroups = append(d.SettledGroups, plan.SettledGroup{GroupID: town.groups[name], Empty: true})
	}
	return d
}

func (town town2024) identify(t *testing.T, v any) {
	t.Helper()
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			town.identify(t, item)
		}
	case map[string]any:
		for member, known := range map[string]map[string]uuid.UUID{"agency": town.agencies, "group": town.groups} {
			if name, is := v[member].(string); is {
				id, exists := known[name]
				if !exists {
					t.Fatalf("no %s is named %q", member, name)
				}
				v[member+"_id"] = id
			}
		}
		for _, item := range v {
			town.identify(t, item)
		}
	}
}

func read(t *testing.T, file string, into any) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatal(err)
	}
}
