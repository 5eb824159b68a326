package factory

import (
	"embed"
	"encoding/json"
	"testing"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/agency"
	"lantoa/internal/plan"
)

// ducPho holds the real 2024 plan: the register of the town, the text, the Word document, and what is found by reading it by hand.
//
//go:embed ducpho
var ducPho embed.FS

// DucPho is the town of the 2024 plan with its register: ids by official name.
type DucPho struct {
	Town
	Agencies map[string]uuid.UUID
	Groups   map[string]uuid.UUID
}

// ADucPho keeps the town of the 2024 plan: 39 agencies and six groups. It wants a database of its own: names of groups are unique.
func ADucPho(t testing.TB, tx *gorm.DB) DucPho {
	t.Helper()
	var register struct {
		Agencies []struct {
			Name, Kind string
			Parent     *string
			ShortName  *string `json:"short_name"`
			Aliases    []string
		}
		Groups []struct {
			Name    string
			ByKind  []agency.Kind `json:"by_kind"`
			ByHand  bool          `json:"by_hand"`
			Aliases []string
		}
	}
	decode(t, "agencies.json", &register)
	town := DucPho{Agencies: map[string]uuid.UUID{}, Groups: map[string]uuid.UUID{}}
	kept := map[string]*agency.Agency{}
	for _, one := range register.Agencies {
		kept[one.Name] = Agency(t, tx, func(a *agency.Agency) {
			a.Name, a.Kind, a.Aliases = one.Name, agency.Kind(one.Kind), append([]string{}, one.Aliases...)
			if one.ShortName != nil {
				a.ShortName = *one.ShortName
			}
			if one.Parent != nil {
				a.ParentID = new(town.Agencies[*one.Parent])
			}
		})
		town.Agencies[one.Name] = kept[one.Name].ID
	}
	for _, one := range register.Groups {
		town.Groups[one.Name] = Group(t, tx, func(g *agency.Group) {
			g.Name, g.ByHand, g.Aliases = one.Name, one.ByHand, append([]string{}, one.Aliases...)
			g.Kinds = append([]agency.Kind{}, one.ByKind...)
		}).ID
	}
	town.Province, town.Committee, town.CultureOffice = kept["UBND tỉnh Quảng Ngãi"], kept["UBND thị xã Đức Phổ"], kept["Phòng Văn hóa và Thông tin"]
	town.CouncilOffice, town.Police = kept["Văn phòng HĐND và UBND thị xã"], kept["Công an thị xã"]
	town.MediaCentre, town.Department = kept["Trung tâm Truyền thông - Văn hóa - Thể thao"], kept["Hội Nông dân thị xã"]
	town.CommuneA, town.CommuneB = kept["UBND xã Phổ An"], kept["UBND xã Phổ Châu"]
	return town
}

// Plan2024 is the 2024 plan as it was read by hand, each name with its id, and its groups by hand marked empty.
func (town DucPho) Plan2024(t testing.TB) plan.Draft {
	t.Helper()
	whole := Expected2024(t)
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
		d.SettledGroups = append(d.SettledGroups, plan.SettledGroup{GroupID: town.Groups[name], Empty: true})
	}
	return d
}

// Expected2024 is what an import must find in the 2024 plan.
func Expected2024(t testing.TB) map[string]any {
	t.Helper()
	var whole map[string]any
	decode(t, "expected.json", &whole)
	return whole
}

// Document2024 gives the 2024 plan as it came: "plan.txt" or "plan.docx".
func Document2024(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := ducPho.ReadFile("ducpho/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// identify gives every name in a plan its id.
func (town DucPho) identify(t testing.TB, v any) {
	t.Helper()
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			town.identify(t, item)
		}
	case map[string]any:
		for member, known := range map[string]map[string]uuid.UUID{"agency": town.Agencies, "group": town.Groups} {
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

func decode(t testing.TB, name string, into any) {
	t.Helper()
	if err := json.Unmarshal(Document2024(t, name), into); err != nil {
		t.Fatal(err)
	}
}
