package main

import (
	"path/filepath"
	"strings"
	"testing"

	"lantoa/internal/config"
)

func TestTheStartNamesTheVariableOfAMarkThatCannotBeKept(t *testing.T) {
	t.Parallel()
	keys := t.TempDir()
	c := config.Config{
		PublicURL: "https://lantoa.example", JWTKeyDir: filepath.Join(keys, "jwt"), EventKeyFile: filepath.Join(keys, "event.key"),
	}
	c.EventSealFile = filepath.Join(c.EventKeyFile, "event.seal") // a file is no folder
	if _, err := wire(&installation{config: c}); err == nil || !strings.HasPrefix(err.Error(), "EVENT_SEAL_FILE: ") {
		t.Errorf("answered %v", err)
	}
}
