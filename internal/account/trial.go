package account

import "time"

// Verdict is how a password that was tried is judged.
type Verdict string

// The verdicts. A caller hears of Admitted alone: which of the others it was would tell that the account exists.
const (
	Admitted Verdict = "admitted"
	Wrong    Verdict = "wrong"
	Locking  Verdict = "locking" // wrong, and the last that was allowed: the account is locked from now on
	Locked   Verdict = "locked"  // not judged at all
	Barred   Verdict = "barred"  // the account is disabled
)

// Limits says how often a password may be wrong in a row, and how long the account is then locked.
type Limits struct {
	Failures int
	Lockout  time.Duration
}

// Try judges one password at an instant of the machine's clock. While locked, right and wrong are the same, and neither counts.
func (a *Account) Try(right bool, now time.Time, limits Limits) Verdict {
	switch {
	case a.State != Active:
		return Barred
	case a.locked(now):
		return Locked
	case right:
		a.unlock()
		return Admitted
	}
	a.LockedUntil = nil
	a.Failures++
	if a.Failures < limits.Failures {
		return Wrong
	}
	a.unlock()
	until := now.Add(limits.Lockout)
	a.LockedUntil = &until
	return Locking
}

func (a *Account) locked(now time.Time) bool {
	return a.LockedUntil != nil && now.Before(*a.LockedUntil)
}

func (a *Account) unlock() { a.Failures, a.LockedUntil = 0, nil }
