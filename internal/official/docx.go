package official

import (
	"archive/zip"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"time"
)

// skeleton holds the parts of the .docx package that are the same for every document: styles, settings, fonts, the page number.
//
//go:embed all:skeleton
var skeleton embed.FS

// WriteDocx writes the document as a .docx file.
func (d Document) WriteDocx(w io.Writer) error {
	pack := zip.NewWriter(w)
	err := fs.WalkDir(skeleton, "skeleton", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := skeleton.ReadFile(path)
		if err != nil {
			return err
		}
		return part(pack, path[len("skeleton/"):], content)
	})
	if err != nil {
		return fmt.Errorf("write .docx: %w", err)
	}
	if err := part(pack, "docProps/core.xml", []byte(d.coreXML())); err != nil {
		return err
	}
	if err := part(pack, "word/document.xml", []byte(d.bodyXML())); err != nil {
		return err
	}
	if err := pack.Close(); err != nil {
		return fmt.Errorf("write .docx: %w", err)
	}
	return nil
}

// part adds a file to the package, always with the same time, so that the same document gives the same bytes.
func part(pack *zip.Writer, name string, content []byte) error {
	written := time.Date(2020, time.March, 5, 0, 0, 0, 0, time.UTC)
	out, err := pack.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: written})
	if err == nil {
		_, err = out.Write(content)
	}
	if err != nil {
		return fmt.Errorf("write %s of .docx: %w", name, err)
	}
	return nil
}

// coreXML names the document; it names no person.
func (d Document) coreXML() string {
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + escape(string(d.Kind)+" "+d.Subject) + `</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`
}
