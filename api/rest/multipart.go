package rest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/fault"
	"lantoa/internal/wire"
)

// upload is a multipart form with one file: its name, its content and the fields beside it.
type upload struct {
	multipart.File
	name   string
	fields map[string]string
	sum    []byte // SHA-256 of the name, the fields and the content
}

// readUpload reads a form with one part "file" and no other fields than those known, each at most once. The caller closes it.
func readUpload(c echo.Context, known ...string) (*upload, error) {
	const inMemory = 1 << 20 // the rest lies in temporary files until the request ends
	if err := c.Request().ParseMultipartForm(inMemory); err != nil {
		if _, tooBig := errors.AsType[*http.MaxBytesError](err); tooBig {
			return nil, err
		}
		return nil, fault.NewMalformed("input.multipart").Because(err)
	}
	form := c.Request().MultipartForm
	up, err := openUpload(form, known)
	if err != nil {
		return nil, errors.Join(err, form.RemoveAll())
	}
	return up, nil
}

func openUpload(form *multipart.Form, known []string) (*upload, error) {
	var check fault.Check
	check.Require(len(form.File["file"]) == 1, "/file", "input.required")
	for name := range form.File {
		check.Require(name == "file", "/"+name, "input.unknown_member")
	}
	fields, err := formFields(&check, form.Value, known)
	if err != nil {
		return nil, err
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	header := form.File["file"][0]
	name, err := wire.Clean(header.Filename)
	if err != nil {
		return nil, err
	}
	file, err := header.Open()
	if err != nil {
		return nil, err
	}
	up := &upload{File: file, name: name, fields: fields}
	if up.sum, err = up.digest(); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return up, nil
}

// digest tells one form from another, however its parts were parted.
func (u *upload) digest() ([]byte, error) {
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %q\n", u.name, u.fields)
	if _, err := io.Copy(sum, u.File); err != nil {
		return nil, err
	}
	_, err := u.Seek(0, io.SeekStart)
	return sum.Sum(nil), err
}

func formFields(check *fault.Check, values map[string][]string, known []string) (map[string]string, error) {
	fields := map[string]string{}
	allowed := map[string]bool{}
	for _, name := range known {
		allowed[name] = true
	}
	for name, list := range values {
		check.Require(allowed[name] && len(list) == 1, "/"+name, "input.unknown_member")
		text, err := wire.Clean(list[0])
		if err != nil {
			return nil, err
		}
		fields[name] = text
	}
	return fields, nil
}

// discard closes the file and takes its temporary copies away.
func (u *upload) discard(c echo.Context) {
	if err := errors.Join(u.Close(), c.Request().MultipartForm.RemoveAll()); err != nil {
		c.Logger().Error(err)
	}
}
