// Package measure is the experiments: the product against the limit, from town to country, putting reports together, memory and start.
package measure

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"lantoa/deploy/bench/drive"
	"lantoa/deploy/bench/fill"
	"lantoa/internal/demo"
	"lantoa/internal/localpg"
)

// Ground is what all experiments stand on: the folder of the repository and the private PostgreSQL with the filled databases.
type Ground struct {
	Root     string // of the repository
	Data     string // everything that the benchmark keeps
	Binary   string // the product as it is built
	Log      *slog.Logger
	Postgres drive.Process
	server   *localpg.Server
}

// Lay starts PostgreSQL in the benchmark's own folder, as the product itself would start it.
func Lay(ctx context.Context, root string, log *slog.Logger) (*Ground, error) {
	g := &Ground{Root: root, Data: filepath.Join(root, "data", "bench"), Binary: filepath.Join(root, "data", "bin", "lantoa"), Log: log}
	server, err := localpg.Start(ctx, localpg.Options{Dir: filepath.Join(g.Data, "postgres"), NodeModules: filepath.Join(root, "deploy", "postgres", "node_modules"), Log: log})
	if err != nil {
		return nil, err
	}
	g.server = server
	files, err := filepath.Glob(filepath.Join(server.Dir, "*", "cluster", "postmaster.pid"))
	if err != nil || len(files) != 1 {
		return nil, errors.Join(fmt.Errorf("%d clusters in %s", len(files), server.Dir), err, server.Stop())
	}
	raw, err := os.ReadFile(files[0])
	first, _, _ := strings.Cut(string(raw), "\n")
	pid, wrong := strconv.Atoi(first)
	if err = errors.Join(err, wrong); err != nil {
		return nil, errors.Join(err, server.Stop())
	}
	g.Postgres = drive.Process(pid)
	return g, nil
}

// Clear stops PostgreSQL.
func (g *Ground) Clear() error { return g.server.Stop() }

// Stage is one size: its database, filled, and the product running on it.
type Stage struct {
	*Ground
	Size    fill.Size
	Pool    *pgxpool.Pool
	Product *Server
	url     string
	tokens  map[string]token
	sampled *sample
}

type token struct {
	text string
	at   time.Time
}

// Server is one program that answers.
type Server struct {
	Address string // host:port
	Process drive.Process
	Ready   time.Duration // from its start to its first answer
	stop    func() error
}

// Open fills the database of a size, unless it is there, and starts the product on it.
func (g *Ground) Open(ctx context.Context, size fill.Size, key []byte) (*Stage, error) {
	url, err := fill.Ensure(ctx, g.Root, g.server.URL, key, size, g.Log)
	if err != nil {
		return nil, err
	}
	s := &Stage{Ground: g, Size: size, url: url, tokens: map[string]token{}}
	if s.Pool, err = pgxpool.New(ctx, url); err != nil {
		return nil, err
	}
	if err := os.Remove(s.sealFile()); err != nil && !errors.Is(err, fs.ErrNotExist) { // the log may have been filled anew
		return nil, err
	}
	s.Product, err = s.product(ctx)
	return s, err
}

// sealFile keeps the end of this size's log: each has a log of its own.
func (s *Stage) sealFile() string { return filepath.Join(s.Data, "keys", s.Size.Name+".seal") }

// Close stops the product.
func (s *Stage) Close() error {
	s.Pool.Close()
	return s.Product.Stop()
}

// Stop ends the program and waits for it.
func (s *Server) Stop() error { return s.stop() }

const connections = 20 // to the database: the product's own default, and the limit's

func (s *Stage) product(ctx context.Context) (*Server, error) {
	return s.start(ctx, s.Binary, []string{"serve"}, "/readyz")
}

func (s *Stage) environment(port int) []string {
	return append(os.Environ(), "MODE=development", "CLOCK="+fill.Now.Format(time.RFC3339), "DATABASE_URL="+s.url, "DATA_DIR="+s.Data, "EVENT_SEAL_FILE="+s.sealFile(), "PORT="+strconv.Itoa(port),
		"PUBLIC_URL=http://localhost", "RATE_PER_MINUTE=0", "LOGIN_RATE_PER_MINUTE=0", "REQUEST_SECONDS=600", "LOG_LEVEL=warn",
		"DATABASE_CONNECTIONS="+strconv.Itoa(connections))
}

// start runs a program on the stage's settings and waits until it answers at a path.
func (s *Stage) start(ctx context.Context, program string, args []string, path string) (*Server, error) {
	port, err := freePort(ctx)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir, cmd.Env = s.Root, s.environment(port)
	return await(ctx, cmd, port, path)
}

// await starts a server that listens on a port and waits until it answers at a path.
func await(ctx context.Context, cmd *exec.Cmd, port int, path string) (*Server, error) {
	cmd.Stderr = os.Stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	server := &Server{Address: net.JoinHostPort("127.0.0.1", strconv.Itoa(port)), Process: drive.Process(cmd.Process.Pid), stop: func() error {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		<-ended
		return nil
	}}
	for {
		if answers(ctx, "http://"+server.Address+path) {
			server.Ready = time.Since(begun)
			return server, nil
		}
		select {
		case err := <-ended:
			return nil, fmt.Errorf("%s ended before it answered: %w", filepath.Base(cmd.Path), err)
		case <-time.After(5 * time.Millisecond):
		}
		if time.Since(begun) > time.Minute {
			return nil, errors.Join(fmt.Errorf("%s does not answer", filepath.Base(cmd.Path)), server.Stop())
		}
	}
}

func answers(ctx context.Context, url string) bool {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return false
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	_ = res.Body.Close()
	return res.StatusCode != http.StatusServiceUnavailable
}

func freePort(ctx context.Context) (int, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	address, _ := l.Addr().(*net.TCPAddr)
	return address.Port, l.Close()
}

// Token signs an account in; a token is used for half its life.
func (s *Stage) Token(ctx context.Context, username string) (string, error) {
	if t, known := s.tokens[username]; known && time.Since(t.at) < 7*time.Minute {
		return t.text, nil
	}
	body, err := json.Marshal(map[string]string{"username": username, "password": demo.Password})
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+s.Product.Address+"/api/v1/sessions", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	var out struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(res.Body).Decode(&out); err != nil || out.AccessToken == "" {
		return "", fmt.Errorf("sign in %s: %s %w", username, res.Status, err)
	}
	s.tokens[username] = token{out.AccessToken, time.Now()}
	return out.AccessToken, nil
}
