// Package frontend hands the built web app, with which the town's offices do their work, to the server.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var files embed.FS

// Dist is the built web app with index.html at its root; without a web build it is empty but for a hidden file.
func Dist() fs.FS {
	sub, err := fs.Sub(files, "dist")
	if err != nil { // only an invalid path gives one, and this one is a constant
		panic(err)
	}
	return sub
}
