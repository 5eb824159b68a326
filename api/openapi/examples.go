package main

import (
	_ "embed" // for the examples
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// recorded is what the API's tests asked and were answered, by method and path; they write it (make golden).
//
//go:embed examples.json
var recorded []byte

// illustrate gives operations their examples: one request and one answer, as they went over the wire.
func illustrate(doc *openapi3.T) error {
	var examples map[string]struct {
		Status   int `json:"status"`
		Request  any `json:"request"`
		Response any `json:"response"`
	}
	if err := json.Unmarshal(recorded, &examples); err != nil {
		return fmt.Errorf("examples.json: %w", err)
	}
	for key, example := range examples {
		method, path, _ := strings.Cut(key, " ")
		item := doc.Paths.Value(path)
		if item == nil || item.GetOperation(method) == nil {
			continue // gone since it was recorded; the test that records says so
		}
		operation := item.GetOperation(method)
		if answer := operation.Responses.Value(strconv.Itoa(example.Status)); answer != nil {
			show(answer.Value.Content, example.Response)
		}
		if operation.RequestBody != nil && example.Request != nil {
			show(operation.RequestBody.Value.Content, example.Request)
		}
	}
	return nil
}

func show(content openapi3.Content, example any) {
	for name, media := range content {
		if strings.HasSuffix(name, "json") {
			media.Example = example
		}
	}
}
