package main

import (
	"encoding/json"
	"os"
	"testing"
)

// What may be null must not be shut out by the list of values beside it.
func TestAnEnumerationThatMayBeNullNamesNull(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../rest/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	var contract any
	if err := json.Unmarshal(raw, &contract); err != nil {
		t.Fatal(err)
	}
	seen := 0
	var walk func(at string, node any)
	walk = func(at string, node any) {
		switch node := node.(type) {
		case []any:
			for _, one := range node {
				walk(at, one)
			}
		case map[string]any:
			if values, listed := node["enum"].([]any); listed && mayBeNull(node) {
				seen++
				if values[len(values)-1] != nil {
					t.Errorf("%s may be null, but its enum says %v", at, values)
				}
			}
			for name, one := range node {
				walk(at+"/"+name, one)
			}
		}
	}
	walk("", contract)
	if seen == 0 {
		t.Error("no enumeration may be null")
	}
}

func mayBeNull(schema map[string]any) bool {
	parts, _ := schema["anyOf"].([]any)
	for _, part := range parts {
		if one, _ := part.(map[string]any); one["type"] == "null" {
			return true
		}
	}
	types, _ := schema["type"].([]any)
	for _, one := range types {
		if one == "null" {
			return true
		}
	}
	return false
}
