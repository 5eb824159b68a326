package db

import (
	"strings"

	"gorm.io/gorm"
)

// searchWords bounds the words of one search.
const searchWords = 8

// Matching keeps the rows whose folded column has every word of q, with or without diacritics.
func Matching(tx *gorm.DB, column, q string) *gorm.DB {
	words := strings.Fields(q)
	for _, word := range words[:min(len(words), searchWords)] {
		tx = tx.Where(column+` LIKE '%' || fold(?) || '%'`, likeEscaper.Replace(word))
	}
	return tx
}

var likeEscaper = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`) //nolint:gochecknoglobals // a constant
