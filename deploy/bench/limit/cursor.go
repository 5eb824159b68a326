package limit

import (
	"encoding/base64"
	"encoding/json"
)

func cursor(sort, key, id string) string {
	text, err := json.Marshal(struct {
		Sort string `json:"s"`
		Key  string `json:"k"`
		ID   string `json:"i"`
	}{sort, key, id})
	if err != nil {
		panic(err)
	}
	return base64.RawURLEncoding.EncodeToString(text)
}
