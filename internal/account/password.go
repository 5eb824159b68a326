package account

import (
	"context"
	"crypto/rand"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"github.com/alexedwards/argon2id"

	"lantoa/internal/fault"
	"lantoa/internal/viet"
)

// Passwords hashes passwords with Argon2id and knows which new ones are taken.
type Passwords struct {
	MinLength int      // signs a new password has at least; 14 where nothing else is asked at signing in (level 2 of the 2026 scheme)
	Refused   []string // further words that no password may rest on: the demonstration's password

	cost  argon2id.Params
	turns chan struct{}          // each hashing takes memory: as many at once as there are processors
	dummy func() (string, error) // what an unknown name's password is compared with, to take the same time
}

const maxPasswordLength = 200

// NewPasswords begins with a memory cost in KiB and a number of passes over it (RFC 9106; OWASP: 19456 and 2).
func NewPasswords(memory, passes uint32) *Passwords {
	p := &Passwords{
		MinLength: 14,
		cost:      argon2id.Params{Memory: memory, Iterations: passes, Parallelism: 1, SaltLength: 16, KeyLength: 32},
		turns:     make(chan struct{}, runtime.NumCPU()),
	}
	p.dummy = sync.OnceValues(func() (string, error) { return argon2id.CreateHash(rand.Text(), &p.cost) })
	return p
}

// Hash gives the hash that is kept of a password.
func (p *Passwords) Hash(ctx context.Context, password string) (string, error) {
	var hash string
	err := p.inTurn(ctx, func() (err error) {
		hash, err = argon2id.CreateHash(password, &p.cost)
		return err
	})
	return hash, err
}

// Matches reports whether the password is the one of the hash; with no hash it takes as long and is false.
func (p *Passwords) Matches(ctx context.Context, password, hash string) (bool, error) {
	matches := false
	err := p.inTurn(ctx, func() (err error) {
		compared := hash
		if hash == "" {
			if compared, err = p.dummy(); err != nil {
				return err
			}
		}
		matches, err = argon2id.ComparePasswordAndHash(password, compared)
		return err
	})
	return matches && hash != "", err
}

func (p *Passwords) inTurn(ctx context.Context, work func() error) error {
	select {
	case p.turns <- struct{}{}:
		defer func() { <-p.turns }()
		return work()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Check refuses a new password that is short, or that rests on the username or on what everyone guesses first.
func (p *Passwords) Check(pointer, password, username string) error {
	length := len([]rune(password))
	refuse := func(code string) *fault.Error { return fault.AtField(pointer, code) }
	switch {
	case length < p.MinLength:
		return refuse("account.password_short").With("min", strconv.Itoa(p.MinLength))
	case length > maxPasswordLength:
		return fault.Beyond(pointer, "input.too_long", maxPasswordLength)
	case p.restsOn(password, username):
		return refuse("account.password_guessable")
	}
	return nil
}

// guessed are the pieces that guessable passwords are put together from; longer ones before their parts.
var guessed = []string{ //nolint:gochecknoglobals // a constant list
	"matkhau", "password", "passw0rd", "p@ssw0rd", "quantri", "admin", "vietnam", "lantoa", "ubnd",
	"iloveyou", "letmein", "welcome", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "zxcvbn", "1q2w3e4r", "q1w2e3r4",
	"abcdefgh", "abc", "0123456789", "1234567890", "0987654321", "987654321", "12345678", "123456", "12345", "1234", "123",
	"2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027",
}

// restsOn takes away what is guessed first; of what is left, enough different signs must remain.
func (p *Passwords) restsOn(password, username string) bool {
	pieces := append([]string{username}, p.Refused...)
	left := viet.Fold(strings.Join(strings.Fields(password), ""))
	for _, piece := range append(pieces, guessed...) {
		left = strings.ReplaceAll(left, viet.Fold(piece), "")
	}
	different := map[rune]bool{}
	for _, sign := range left {
		different[sign] = true
	}
	const enough = 6
	return len(different) < enough
}

// FirstPassword is a password to come in with once, told its bearer this one time.
type FirstPassword struct{ word, hash string }

// First makes a first password. That is slow and needs no database: whoever writes it down holds no transaction meanwhile.
func (p *Passwords) First(ctx context.Context) (*FirstPassword, error) {
	word := firstPassword()
	hash, err := p.Hash(ctx, word)
	return &FirstPassword{word, hash}, err
}

// firstPassword makes a password that can be read over the telephone: 80 random bits, no 0, 1, 8 or 9 to mistake for a letter.
func firstPassword() string {
	signs := strings.ToLower(rand.Text())
	return strings.Join([]string{signs[:4], signs[4:8], signs[8:12], signs[12:16]}, "-")
}
