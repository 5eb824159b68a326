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
	out, err := open(pack, "word/document.xml")
	if err == nil {
		err = d.bodyXML(out)
	}
	if err != nil {
		return fmt.Errorf("write word/document.xml of .docx: %w", err)
	}
	if err := pack.Close(); err != nil {
		return fmt.Errorf("write .docx: %w", err)
	}
	return nil
}

// open begins a file of the package, always with the same time, so that the same document gives the same bytes.
func open(pack *zip.Writer, name string) (io.Writer, error) {
	written := time.Date(2020, time.March, 5, 0, 0, 0, 0, time.UTC)
	return pack.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: written})
}

// part adds a file to the package.
func part(pack *zip.Writer, name string, content []byte) error {
	out, err := open(pack, name)
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
