package rest

import (
	"bytes"
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
	"time"
)

// ServeWeb lets the API serve the built web app too: its files as they are, /docs as the page of the contract, and its first page
// for every address of a screen.
func (a *API) ServeWeb(files fs.FS) {
	a.Web = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		switch info, err := fs.Stat(files, name); {
		case err == nil && !info.IsDir() && strings.HasPrefix(name, "assets/"): // named by their content
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			serveFile(w, r, files, name)
		case err == nil && !info.IsDir():
			w.Header().Set("Cache-Control", "no-cache")
			serveFile(w, r, files, name)
		case path.Ext(name) != "" && errors.Is(err, fs.ErrNotExist):
			http.NotFound(w, r)
		default:
			w.Header().Set("Cache-Control", "no-cache")
			serveFile(w, r, files, page(name))
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

// serveFile answers with a file of the build, packed if the build packed it so and the caller takes it: nothing is packed per request.
func serveFile(w http.ResponseWriter, r *http.Request, files fs.FS, name string) {
	w.Header().Add("Vary", "Accept-Encoding")
	for _, p := range []struct{ encoding, ending string }{{"br", ".br"}, {"gzip", ".gz"}} { // the smaller first
		content, err := fs.ReadFile(files, name+p.ending)
		if err != nil || !unpacks(r, p.encoding) {
			continue
		}
		w.Header().Set("Content-Encoding", p.encoding)
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
		return
	}
	http.ServeFileFS(w, r, files, name) //nolint:gosec // the build is in the program: an fs.FS has no way out of itself
}

// unpacks says whether the caller takes an encoding by its name; «*» is no promise that it knows one.
func unpacks(r *http.Request, encoding string) bool {
	for one := range strings.SplitSeq(strings.Join(r.Header.Values("Accept-Encoding"), ","), ",") {
		name, weight, _ := strings.Cut(one, ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			return !refused.MatchString(weight)
		}
	}
	return false
}

// refused matches the weight by which a caller says that it does not take an encoding.
var refused = regexp.MustCompile(`^\s*q=0(\.0*)?\s*$`)
