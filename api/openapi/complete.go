package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"lantoa/api/rest"
	"lantoa/internal/access"
	"lantoa/internal/db"
)

// complete adds to every operation what follows from its row in the route table: errors, headers, roles, security.
func complete(doc *openapi3.T) error {
	shared(doc)
	for _, e := range rest.Endpoints() {
		item := doc.Paths.Value(e.Path)
		if item == nil || item.GetOperation(e.Method) == nil {
			return fmt.Errorf("%s %s is in the route table but has no annotation", e.Method, e.Path)
		}
		operation := item.GetOperation(e.Method)
		if operation.OperationID == "" || operation.Summary == "" {
			return fmt.Errorf("%s %s: no id or no summary", e.Method, e.Path)
		}
		secure(operation, e)
		parameters(operation, e)
		bodies(doc, operation, e)
		responses(operation, e)
	}
	if err := illustrate(doc); err != nil {
		return err
	}
	return prune(doc)
}

func shared(doc *openapi3.T) {
	c := doc.Components
	c.Headers = openapi3.Headers{
		"ETag":        header("version of the resource, then a hash of this body"),
		"RequestID":   header("the request's id, as in the log and in problems"),
		"Replayed":    header("true when this is the kept answer to an earlier request with the same Idempotency-Key"),
		"RetryAfter":  header("seconds to wait"),
		"Disposition": header("the name of the file"),
	}
	c.Parameters = openapi3.ParametersMap{
		"IfMatch":        param("header", "If-Match", "the ETag that was read; 428 without, 412 when it is stale", true, openapi3.NewStringSchema()),
		"IfNoneMatch":    param("header", "If-None-Match", "an ETag that was read; 304 when it still holds", false, openapi3.NewStringSchema()),
		"IdempotencyKey": param("header", "Idempotency-Key", "a key of your choice: the same request sent again gets the first answer", false, openapi3.NewStringSchema().WithMaxLength(200)),
		"AcceptLanguage": param("header", "Accept-Language", "vi or en, for texts of errors", false, openapi3.NewStringSchema()),
		"Limit":          param("query", "limit", "rows of the page", false, openapi3.NewIntegerSchema().WithMin(1).WithMax(200).WithDefault(50)),
		"Cursor":         param("query", "cursor", "next_cursor of the page before", false, openapi3.NewStringSchema()),
		"Count":          param("query", "count", "count the list too, up to 1000", false, openapi3.NewBoolSchema()),
	}
	doc.Components = c
}

func header(description string) *openapi3.HeaderRef {
	return &openapi3.HeaderRef{Value: &openapi3.Header{Parameter: openapi3.Parameter{Description: description, Schema: openapi3.NewStringSchema().NewRef()}}}
}

func param(in, name, description string, required bool, schema *openapi3.Schema) *openapi3.ParameterRef {
	return &openapi3.ParameterRef{Value: &openapi3.Parameter{In: in, Name: name, Description: description, Required: required, Schema: schema.NewRef()}}
}

func secure(operation *openapi3.Operation, e rest.Endpoint) {
	if e.Action == access.Public {
		operation.Security = &openapi3.SecurityRequirements{}
		return
	}
	operation.Security = openapi3.NewSecurityRequirements().With(openapi3.NewSecurityRequirement().Authenticate("BearerAuth"))
	operation.Description = strings.TrimSpace(operation.Description + "\n\nRoles: " + roles(e.Action) + ".")
	operation.Extensions = map[string]any{"x-action": string(e.Action)}
}

func roles(action access.Action) string {
	names := []string{}
	for _, role := range access.Roles() {
		officer := access.Actor{AccountID: [16]byte{1}, Role: role, Position: access.Officer}
		head := officer
		head.Position = access.Head
		switch {
		case officer.May(action):
			names = append(names, string(role))
		case head.May(action):
			names = append(names, string(role)+" (head)")
		}
	}
	return strings.Join(names, ", ")
}

func parameters(operation *openapi3.Operation, e rest.Endpoint) {
	add := func(names ...string) {
		for _, name := range names {
			operation.Parameters = append(operation.Parameters, &openapi3.ParameterRef{Ref: "#/components/parameters/" + name})
		}
	}
	switch e.Kind {
	case "read":
		add("IfNoneMatch")
	case "list":
		add("Limit", "Cursor", "Count")
		operation.Parameters = append(operation.Parameters, sorting(*e.Orders))
	case "feed":
		add("Limit")
	case "change":
		add("IfMatch")
	case "verb":
		add("IfMatch", "IdempotencyKey")
	case "create", "bulk":
		add("IdempotencyKey")
	}
	add("AcceptLanguage")
}

// sorting names what a list may be sorted by.
func sorting(orders db.Orders) *openapi3.ParameterRef {
	names := openapi3.NewStringSchema().WithDefault(orders.Own)
	for _, name := range orders.Names() {
		names.Enum = append(names.Enum, name)
	}
	return param("query", "sort", "the order; - before a name is descending", false, names)
}

// bodies gives a merge patch its media type: what is sent has the members of the input, none of them required.
func bodies(doc *openapi3.T, operation *openapi3.Operation, e rest.Endpoint) {
	if e.Takes != "application/merge-patch+json" || operation.RequestBody == nil {
		return
	}
	content := operation.RequestBody.Value.Content
	media := content["application/json"]
	if media != nil && media.Schema != nil {
		name := strings.TrimPrefix(media.Schema.Ref, "#/components/schemas/")
		patch := &openapi3.Schema{Type: &openapi3.Types{"object"}, Description: "JSON merge patch (RFC 7396) of " + name}
		if input := doc.Components.Schemas[name]; input != nil {
			patch.Properties = input.Value.Properties
		}
		media.Schema = openapi3.NewSchemaRef("", patch)
		content["application/merge-patch+json"] = media
	}
}

// prune takes away the schemas that nothing refers to: inputs that are only ever patched.
func prune(doc *openapi3.T) error {
	for {
		raw, err := doc.MarshalJSON()
		if err != nil {
			return err
		}
		before := len(doc.Components.Schemas)
		for name := range doc.Components.Schemas {
			if !strings.Contains(string(raw), `"#/components/schemas/`+name+`"`) {
				delete(doc.Components.Schemas, name)
			}
		}
		if len(doc.Components.Schemas) == before {
			return nil
		}
	}
}

func responses(operation *openapi3.Operation, e rest.Endpoint) {
	codes := map[int]string{400: "not readable", 429: "too many requests", 500: "failed on our side"}
	if e.Action != access.Public {
		codes[401], codes[403] = "not signed in", "not for this account"
	}
	if strings.Contains(e.Path, "{") {
		codes[404] = "does not exist for this caller"
	}
	switch e.Kind {
	case "change", "verb":
		codes[409], codes[412], codes[428] = "not in this state", "changed since it was read", "If-Match is missing"
	case "create", "bulk":
		codes[409] = "it exists, or the request is running"
	}
	if e.Takes != "" {
		codes[413], codes[415], codes[422] = "too large", "content type not taken here", "against a rule"
	} else if e.Kind == "verb" || e.Kind == "create" {
		codes[422] = "against a rule"
	}
	for code, description := range codes {
		problem(operation, code, description)
	}
	for code, r := range operation.Responses.Map() {
		finish(code, r, e)
	}
	if e.Kind == "read" {
		operation.Responses.Set("304", &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription("still the same")})
	}
}

// problem declares an error; the noun's own codes, given in its annotation, stay in the description.
func problem(operation *openapi3.Operation, code int, description string) {
	key := strconv.Itoa(code)
	r := operation.Responses.Value(key)
	if r == nil {
		r = &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription(description)}
		operation.Responses.Set(key, r)
		return
	}
	if own := r.Value.Description; own != nil && *own != "" {
		r.Value.Description = new(description + ": " + *own)
	}
}

func finish(code string, r *openapi3.ResponseRef, e rest.Endpoint) {
	headers := openapi3.Headers{"X-Request-Id": {Ref: "#/components/headers/RequestID"}}
	if code >= "4" {
		r.Value.Content = openapi3.Content{"application/problem+json": openapi3.NewMediaType().WithSchemaRef(openapi3.NewSchemaRef("#/components/schemas/Problem", nil))}
		if code == "429" {
			headers["Retry-After"] = &openapi3.HeaderRef{Ref: "#/components/headers/RetryAfter"}
		}
	} else {
		delete(r.Value.Content, "application/problem+json")
		binary(r, headers)
		if code != "204" && e.Kind != "session" {
			headers["ETag"] = &openapi3.HeaderRef{Ref: "#/components/headers/ETag"}
		}
		if slices.Contains([]string{"create", "verb", "bulk"}, e.Kind) {
			headers["Idempotent-Replayed"] = &openapi3.HeaderRef{Ref: "#/components/headers/Replayed"}
		}
	}
	r.Value.Headers = headers
}

// binary says of a file what it is.
func binary(r *openapi3.ResponseRef, headers openapi3.Headers) {
	for _, media := range r.Value.Content {
		if media.Schema != nil && media.Schema.Value != nil && media.Schema.Value.Format == "binary" {
			headers["Content-Disposition"] = &openapi3.HeaderRef{Ref: "#/components/headers/Disposition"}
		}
	}
}
