package measure

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	dice "math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/jackc/pgx/v5"

	"lantoa/deploy/bench/drive"
)

// redmine asks as its administrator, for whom it need not work out what may be seen. Each connection writes to issues of its own, as two
// that write to one at a time are refused by design, and every change of state is one: to «Feedback», which none is in, and on from there.
func redmine() peer {
	issue := func(n int) string { return fmt.Sprintf("/issues/%d.json", 1+n%10_000) }
	return peer{name: "Redmine", onPostgres: true, header: "X-Redmine-API-Key", start: startRedmine, requests: [5]request{
		func(r *dice.Rand, _, _ int) (string, string, string) {
			return "GET", fmt.Sprintf("/issues.json?limit=50&sort=due_date&status_id=open&assigned_to_id=%d", 101+r.IntN(30)), ""
		},
		func(r *dice.Rand, _, _ int) (string, string, string) { return "GET", issue(r.IntN(10_000)), "" },
		func(r *dice.Rand, _, _ int) (string, string, string) {
			return "GET", "/issues.json?limit=20&sort=created_on:desc&status_id=*&subject=" + url.QueryEscape("~"+one(r, sought)), ""
		},
		func(_ *dice.Rand, connection, n int) (string, string, string) {
			return "PUT", issue(connection + n*drive.Connections), `{"issue":{"notes":"` + note + `"}}`
		},
		func(_ *dice.Rand, connection, n int) (string, string, string) {
			return "PUT", issue(connection + n/2*drive.Connections), fmt.Sprintf(`{"issue":{"status_id":%d}}`, 4-n%2*2)
		},
	}}
}

// startRedmine installs Debian's packages where they lack, fills a database of its own in the benchmark's PostgreSQL and starts puma on it.
func startRedmine(ctx context.Context, s *Stage) (*Server, string, error) {
	sources, folder := filepath.Join("deploy", "bench", "peers", "redmine"), filepath.Join(s.Data, "redmine")
	setup := filepath.Join(sources, "setup")
	if !installed() && os.Geteuid() != 0 {
		return nil, "", absent("its packages are not here, and only root can install them: `sudo " + setup + "`")
	}
	database, err := s.anew(ctx, "bench_redmine")
	if err != nil {
		return nil, "", err
	}
	environment := append(os.Environ(), "DATABASE_URL="+database, "RAILS_ENV=production", "LC_ALL=C.UTF-8", "HOME="+folder)
	prepare := exec.CommandContext(ctx, filepath.Join(s.Root, setup), folder)
	prepare.Env, prepare.Stdout, prepare.Stderr = environment, os.Stderr, os.Stderr
	if err := prepare.Run(); err != nil {
		if !installed() {
			return nil, "", absent("its packages could not be installed; `sudo " + setup + "` says why")
		}
		return nil, "", err
	}
	key := rand.Text()
	if err := fillRedmine(ctx, database, filepath.Join(s.Root, sources, "fill.sql"), key); err != nil {
		return nil, "", err
	}
	port, err := freePort(ctx)
	if err != nil {
		return nil, "", err
	}
	cmd := exec.CommandContext(ctx, "puma", "--preload", "-b", "tcp://127.0.0.1:"+strconv.Itoa(port), "-w", "2", "-t", "4:4", "-e", "production")
	cmd.Dir, cmd.Env = folder, environment
	server, err := await(ctx, cmd, port, "/login")
	return server, key, err
}

func installed() bool {
	_, redmine := os.Stat("/usr/share/redmine/config.ru")
	_, puma := exec.LookPath("puma")
	return redmine == nil && puma == nil
}

// anew gives the URL of an empty database in the benchmark's PostgreSQL.
func (s *Stage) anew(ctx context.Context, name string) (string, error) {
	at, err := url.Parse(s.server.URL)
	if err != nil {
		return "", err
	}
	at.Path = "/" + name
	conn, err := pgx.Connect(ctx, s.server.URL)
	if err != nil {
		return "", err
	}
	_, dropped := conn.Exec(ctx, "DROP DATABASE IF EXISTS "+name)
	_, made := conn.Exec(ctx, "CREATE DATABASE "+name)
	return at.String(), errors.Join(dropped, made, conn.Close(ctx))
}

func fillRedmine(ctx context.Context, database, file, key string) error {
	rows, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	conn, err := pgx.Connect(ctx, database)
	if err != nil {
		return err
	}
	_, filled := conn.Exec(ctx, string(rows))
	_, keyed := conn.Exec(ctx, "INSERT INTO tokens (user_id, action, value, created_on) VALUES (1, 'api', $1, now())", key)
	return errors.Join(filled, keyed, conn.Close(ctx))
}
