package wire

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"lantoa/internal/fault"
)

// Patch is a JSON merge patch (RFC 7396): members replace, null removes, what is absent stays.
type Patch []byte

// Onto gives what the patch makes of an input: its members are merged, then read as strictly as a whole body.
func Onto[T any](p Patch, current T) (T, error) {
	var changed T
	if err := readable(p); err != nil {
		return changed, err
	}
	raw, err := json.Marshal(current)
	if err != nil {
		return changed, err
	}
	if jsontext.Value(p).Kind() != '{' {
		return changed, fault.AtField("", "input.wrong_type")
	}
	merged, err := merge(raw, jsontext.Value(p))
	if err != nil {
		return changed, fault.NewMalformed("input.json").Because(err)
	}
	return changed, Decode(merged, &changed)
}

// merge keeps every number as it was written: figures are exact. Each level is read again from the one above it; a readable patch has few.
func merge(target, patch jsontext.Value) (jsontext.Value, error) {
	if patch.Kind() != '{' {
		return patch, nil
	}
	object, changes := map[string]jsontext.Value{}, map[string]jsontext.Value{}
	if target.Kind() == '{' {
		if err := json.Unmarshal(target, &object); err != nil {
			return nil, err
		}
	}
	if err := json.Unmarshal(patch, &changes); err != nil {
		return nil, err
	}
	for name, change := range changes {
		if change.Kind() == 'n' {
			delete(object, name)
			continue
		}
		merged, err := merge(object[name], change)
		if err != nil {
			return nil, err
		}
		object[name] = merged
	}
	return json.Marshal(object, json.Deterministic(true))
}
