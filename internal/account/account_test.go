package account_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/clock"
	"lantoa/internal/fault"
	"lantoa/internal/record"
)

var (
	admin   = access.Actor{AccountID: uuid.New(), Role: access.Admin, Position: access.Head} //nolint:gochecknoglobals // never changed
	morning = time.Date(2024, 11, 6, 8, 0, 0, 0, clock.Zone)                                 //nolint:gochecknoglobals // the same
)

func someone(points ...func(*account.Account)) *account.Account {
	a := &account.Account{Meta: record.NewMeta(morning), Username: "pho-an", AgencyID: uuid.New(), Role: access.Commune, Position: access.Head, State: account.Active}
	for _, point := range points {
		point(a)
	}
	return a
}

func disabled(a *account.Account) { a.State = account.Disabled }

func TestEveryVerbInEveryStateIsOnlyTheAdministratorsAndNeverOnItself(t *testing.T) {
	t.Parallel()
	verbs := map[string]func(*account.Account, access.Actor) error{
		"edit":    func(a *account.Account, by access.Actor) error { return a.Edit(by, a.Input()) },
		"disable": (*account.Account).Disable,
		"enable":  (*account.Account).Enable,
		"reset":   func(a *account.Account, by access.Actor) error { return a.ResetPassword(by, "hash") },
	}
	allowed := map[account.State]map[string]account.State{
		account.Active:   {"edit": account.Active, "disable": account.Disabled, "reset": account.Active},
		account.Disabled: {"edit": account.Disabled, "enable": account.Active},
	}
	for _, state := range []account.State{account.Active, account.Disabled} {
		for name, verb := range verbs {
			t.Run(string(state)+" "+name, func(t *testing.T) {
				t.Parallel()
				for _, role := range access.Roles() {
					a := someone(func(a *account.Account) { a.State = state })
					err := verb(a, access.Actor{AccountID: uuid.New(), Role: role, Position: access.Head})
					to, may := allowed[state][name]
					want := fault.Forbidden
					if role == access.Admin {
						want = fault.Conflict
					}
					if role == access.Admin && may {
						if err != nil || a.State != to {
							t.Errorf("%s: %v, state %s", role, err, a.State)
						}
					} else if fault.KindOf(err) != want || a.State != state {
						t.Errorf("%s: %v, state %s", role, err, a.State)
					}
				}
				own := someone(func(a *account.Account) { a.State, a.ID = state, admin.AccountID })
				if err := verb(own, admin); fault.CodeOf(err) != "access.forbidden" {
					t.Errorf("on itself: %v", err)
				}
			})
		}
	}
}

func TestAnAccountNamesAnOfficeAndADutyInPlainSigns(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change        func(*account.Input)
		pointer, code string
	}{
		"as it is":            {func(*account.Input) {}, "", ""},
		"large letters":       {func(in *account.Input) { in.Username = " Pho-An.CV " }, "", ""},
		"no name":             {func(in *account.Input) { in.Username = " " }, "/username", "input.required"},
		"diacritics":          {func(in *account.Input) { in.Username = "phổ-an" }, "/username", "account.username_form"},
		"a space":             {func(in *account.Input) { in.Username = "pho an" }, "/username", "account.username_form"},
		"one letter":          {func(in *account.Input) { in.Username = "a" }, "/username", "account.username_form"},
		"a dash first":        {func(in *account.Input) { in.Username = "-a" }, "/username", "account.username_form"},
		"a line's end":        {func(in *account.Input) { in.Username = "pho\nan" }, "/username", "account.username_form"},
		"no agency":           {func(in *account.Input) { in.AgencyID = uuid.Nil }, "/agency_id", "input.required"},
		"an unknown role":     {func(in *account.Input) { in.Role = "king" }, "/role", "input.unknown_value"},
		"an unknown position": {func(in *account.Input) { in.Position = "" }, "/position", "input.unknown_value"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := someone().Input()
			c.change(&in)
			err := someone().Edit(admin, in)
			if c.code == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			f, ok := errors.AsType[*fault.Error](err)
			if !ok || len(f.Fields) != 1 || f.Fields[0].Pointer != c.pointer || f.Fields[0].Code != c.code {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestTooManyWrongPasswordsLockoutAWhile(t *testing.T) {
	t.Parallel()
	limits := account.Limits{Failures: 3, Lockout: 10 * time.Minute}
	steps := []struct {
		after time.Duration
		right bool
		want  account.Verdict
	}{
		{0, false, account.Wrong},
		{time.Hour, false, account.Wrong},
		{time.Hour, true, account.Admitted}, // and the count begins anew
		{2 * time.Hour, false, account.Wrong},
		{2 * time.Hour, false, account.Wrong},
		{2 * time.Hour, false, account.Locking},
		{2 * time.Hour, true, account.Locked}, // right or wrong, it is not judged
		{2*time.Hour + 9*time.Minute, false, account.Locked},
		{2*time.Hour + 10*time.Minute, false, account.Wrong}, // the lock is over, and was not prolonged
		{2*time.Hour + 11*time.Minute, true, account.Admitted},
	}
	trial := account.Trial{}
	for i, step := range steps {
		if got := trial.Try(account.Active, step.right, morning.Add(step.after), limits); got != step.want {
			t.Errorf("step %d: %s, want %s", i, got, step.want)
		}
	}
	if got := new(account.Trial).Try(account.Disabled, true, morning, limits); got != account.Barred {
		t.Errorf("disabled: %s", got)
	}
}

func TestANewPasswordIsLongAndNotWhatIsGuessedFirst(t *testing.T) {
	t.Parallel()
	passwords := account.NewPasswords(8, 1)
	passwords.Refused = []string{"DucPho@2024"}
	for password, code := range map[string]string{
		"chín bông lúa vàng trên đồng": "",
		"kmpr-7wxh-tn3e":               "",
		"Xe-dap.thong.nhat":            "",
		"":                             "account.password_short",
		"Ngan-qua#7":                   "account.password_short",
		"mười ba ký tự":                "account.password_short",
		"aaaaaaaaaaaaaaaa":             "account.password_guessable",
		"121212121212121212":           "account.password_guessable",
		"12345678901234567890":         "account.password_guessable",
		"Mật khẩu 123456":              "account.password_guessable",
		"Password@2024!!":              "account.password_guessable",
		"DucPho@2024DucPho@2024":       "account.password_guessable",
		"ducpho@2024 abc":              "account.password_guessable",
		"xa-pho-an-2024-xa-pho-an":     "account.password_guessable",
		"qwertyuiop123456":             "account.password_guessable",
	} {
		err := passwords.Check("/new", password, "xa-pho-an")
		got := ""
		if f, ok := errors.AsType[*fault.Error](err); ok {
			got = f.Fields[0].Code
		}
		if got != code {
			t.Errorf("%q: %q, want %q", password, got, code)
		}
	}
}

func TestAPasswordMatchesItsHashAndNoOther(t *testing.T) {
	t.Parallel()
	passwords := account.NewPasswords(8, 1)
	hash, err := passwords.Hash(t.Context(), "một câu dài dễ nhớ")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		password, hash string
		want           bool
	}{{"một câu dài dễ nhớ", hash, true}, {"Một câu dài dễ nhớ", hash, false}, {"", hash, false}, {"", "", false}, {"một câu dài dễ nhớ", "", false}} {
		if got, err := passwords.Matches(t.Context(), c.password, c.hash); err != nil || got != c.want {
			t.Errorf("%q against %q: %v %v", c.password, c.hash, got, err)
		}
	}
}
