package rest

import (
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// ServeWeb lets the API serve the built web app too: its files as they are, /docs as the page of the contract, and its first page
// for every address of a screen.
func (a *API) ServeWeb(files fs.FS) {
	server := http.FileServerFS(files)
	a.Web = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		switch info, err := fs.Stat(files, name); {
		case err == nil && !info.IsDir() && strings.HasPrefix(name, "assets/"): // named by their content
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			server.ServeHTTP(w, r)
		case err == nil && !info.IsDir():
			w.Header().Set("Cache-Control", "no-cache")
			server.ServeHTTP(w, r)
		case path.Ext(name) != "" && errors.Is(err, fs.ErrNotExist):
			http.NotFound(w, r)
		default:
			w.Header().Set("Cache-Control", "no-cache")
			http.ServeFileFS(w, r, files, page(name))
		}
	})
}

// page names the file that an address without an ending shows.
func page(name string) string {
	if name == "docs" {
		return "docs.html"
	}
	return "index.html"
}
