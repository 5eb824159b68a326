package main

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// lift says in OpenAPI 3.1 what Swagger 2.0 cannot: null in types, bearer tokens, formats by the names of members.
func lift(doc *openapi3.T) {
	doc.OpenAPI = "3.1.0"
	doc.Servers = openapi3.Servers{{URL: "/api/v1", Description: "this server"}}
	doc.Components.SecuritySchemes = openapi3.SecuritySchemes{"BearerAuth": {Value: openapi3.NewJWTSecurityScheme()}}
	seen := map[*openapi3.Schema]bool{}
	for name, schema := range doc.Components.Schemas {
		nullable(schema, seen)
		formats(schema.Value)
		if len(schema.Value.Enum) > 0 {
			open(name, schema.Value)
		}
	}
}

// open says that an enumeration may grow. Kinds of agencies are data of each locality: there the known ones are examples alone.
func open(name string, schema *openapi3.Schema) {
	for key := range schema.Extensions {
		if strings.HasPrefix(key, "x-enum") {
			delete(schema.Extensions, key)
		}
	}
	schema.Description = strings.TrimSpace(schema.Description + " Treat as open: values may be added.")
	if name == "AgencyKind" {
		schema.Enum = nil
	}
}

func nullable(ref *openapi3.SchemaRef, seen map[*openapi3.Schema]bool) {
	if ref == nil || ref.Ref != "" || ref.Value == nil || seen[ref.Value] {
		return
	}
	schema := ref.Value
	seen[schema] = true
	if schema.Nullable { // made from x-nullable
		schema.Nullable = false
		orNull(schema)
	}
	for _, property := range schema.Properties {
		nullable(property, seen)
	}
	nullable(schema.Items, seen)
	for _, part := range schema.AllOf {
		nullable(part, seen)
	}
	nullable(schema.AdditionalProperties.Schema, seen)
	if one := schema.AdditionalProperties.Schema; one != nil && one.Ref == "" && one.Value.IsEmpty() {
		schema.AdditionalProperties = openapi3.BoolSchema{Has: new(true)} // null too
	}
}

func orNull(schema *openapi3.Schema) {
	null := openapi3.NewSchemaRef("", &openapi3.Schema{Type: &openapi3.Types{"null"}})
	switch {
	case schema.Type != nil:
		types := append(openapi3.Types{}, schema.Type.Slice()...)
		types = append(types, "null")
		schema.Type = &types
	case len(schema.AllOf) == 1:
		schema.AnyOf = openapi3.SchemaRefs{schema.AllOf[0], null}
		schema.AllOf = nil
	}
	if len(schema.Enum) > 0 {
		schema.Enum = append(schema.Enum, nil)
	}
}

// formats follow from names: *_id is a UUID, *_on a day, *_at an instant. A member that says otherwise keeps what it says.
func formats(schema *openapi3.Schema) {
	for name, property := range schema.Properties {
		target := property.Value
		if target == nil || property.Ref != "" {
			continue
		}
		if strings.HasSuffix(name, "_ids") && target.Items != nil && target.Items.Value != nil {
			target.Items.Value.Format = "uuid"
		}
		if target.Type == nil || !target.Type.Includes("string") || target.Format != "" {
			continue
		}
		switch {
		case name == "id" || strings.HasSuffix(name, "_id"):
			target.Format = "uuid"
		case strings.HasSuffix(name, "_on"):
			target.Format = "date"
		case strings.HasSuffix(name, "_at"):
			target.Format = "date-time"
		}
	}
}
