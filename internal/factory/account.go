package factory

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/clock"
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

// Session makes a live session of an account, begun an instant ago by the machine's clock; nobody has its refresh token.
func Session(t testing.TB, tx *gorm.DB, a *account.Account, points ...func(*account.Session)) *account.Session {
	t.Helper()
	now := clock.System().Now()
	s := &account.Session{
		ID: uuid.Must(uuid.NewV7()), AccountID: a.ID, CreatedAt: now, UsedAt: now, ExpiresAt: now.Add(time.Hour), Device: "Chrome, Android", SecretHash: []byte{}, UsedHash: []byte{}, Seed: []byte("seed"),
	}
	for _, point := range points {
		point(s)
	}
	keep(t, tx, s)
	return s
}
