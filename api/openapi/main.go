// Command openapi writes the contract: annotations and the route table become openapi.yaml at the root of the project and the
// same as JSON beside the handlers that serve it. Run it from the root: go run ./api/openapi
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/yaml"
	"github.com/swaggo/swag"
)

func main() {
	out := "openapi.yaml"
	if len(os.Args) > 1 {
		out = os.Args[1]
	}
	if err := write(out, "api/rest/openapi.json"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(yamlPath, jsonPath string) error {
	doc, err := generate()
	if err != nil {
		return err
	}
	raw, err := json.MarshalIndent(doc, "", " ")
	if err != nil {
		return err
	}
	asYAML, err := yaml.JSONToYAML(raw)
	if err != nil {
		return err
	}
	if err := os.WriteFile(yamlPath, asYAML, 0o644); err != nil { //nolint:gosec // a public document
		return err
	}
	return os.WriteFile(jsonPath, append(raw, '\n'), 0o644) //nolint:gosec // a public document
}

// generate reads the annotations (Swagger 2.0 is what they can say) and lifts them to OpenAPI 3.1.
func generate() (*openapi3.T, error) {
	parser := swag.New(
		swag.SetDebugger(log.New(io.Discard, "", 0)),
		swag.ParseUsingGoList(true), // one question to the go command instead of one for each import
		swag.SetOverrides(map[string]string{
			"github.com/google/uuid.UUID": "string", "lantoa/internal/day.Day": "string",
		}))
	parser.RequiredByDefault = true
	parser.ParseDependency = swag.ParseModels
	if err := parser.ParseAPIMultiSearchDir([]string{"api/rest", "internal"}, "doc.go", 100); err != nil {
		return nil, err
	}
	raw, err := parser.GetSwagger().MarshalJSON()
	if err != nil {
		return nil, err
	}
	raw = plainNames(raw)
	var two openapi2.T
	if err := json.Unmarshal(raw, &two); err != nil {
		return nil, err
	}
	doc, err := openapi2conv.ToV3(&two)
	if err != nil {
		return nil, err
	}
	lift(doc)
	if err := complete(doc); err != nil {
		return nil, err
	}
	return reload(doc)
}

// qualified is a schema that was not named by hand: "agency.Kind".
var qualified = regexp.MustCompile(`"(#/definitions/)?([a-z]+)\.([A-Z][A-Za-z]*)"`)

// plainNames calls it AgencyKind, wherever it stands.
func plainNames(raw []byte) []byte {
	return qualified.ReplaceAllFunc(raw, func(name []byte) []byte {
		p := qualified.FindSubmatch(name)
		return []byte(`"` + string(p[1]) + strings.ToUpper(string(p[2][:1])) + string(p[2][1:]) + string(p[3]) + `"`)
	})
}

// reload writes and reads the document once, so that it is checked as a reader would see it.
func reload(doc *openapi3.T) (*openapi3.T, error) {
	raw, err := doc.MarshalJSON()
	if err != nil {
		return nil, err
	}
	checked, err := openapi3.NewLoader().LoadFromData(raw)
	if err != nil {
		return nil, err
	}
	return checked, checked.Validate(context.Background(), openapi3.DisableExamplesValidation()) // they follow the contract, recorded under it
}
