package factory

import (
	"testing"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/record"
)

// Password is the password of every account made here.
const Password = "chín bông lúa vàng trên đồng"

// Passwords hashes at the least cost, so that tests are quick.
func Passwords() *account.Passwords { return account.NewPasswords(8, 1) }

// Account makes an active account of a commune's head; without an agency given, of an agency of its own.
func Account(t testing.TB, tx *gorm.DB, points ...func(*account.Account)) *account.Account {
	t.Helper()
	id := uuid.Must(uuid.NewV7())
	a := &account.Account{
		Meta: record.NewMeta(Now()), Username: "u" + id.String(), Role: access.Commune, Position: access.Head, State: account.Active,
	}
	hash, err := Passwords().Hash(t.Context(), Password)
	if err != nil {
		t.Fatal(err)
	}
	a.PasswordHash = hash
	for _, point := range points {
		point(a)
	}
	if a.AgencyID == uuid.Nil {
		a.AgencyID = Agency(t, tx).ID
	}
	keep(t, tx, a)
	return a
}
