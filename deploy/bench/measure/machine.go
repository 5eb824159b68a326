package measure

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"github.com/jackc/pgx/v5"
)

// Machine is what everything ran on.
type Machine struct {
	Processor, Memory, System, Go, Postgres, Commit, Load string
}

// Describe tells the machine, the versions and how busy it was before the start.
func (g *Ground) Describe(ctx context.Context) Machine {
	m := Machine{Go: runtime.Version(), Postgres: g.version(ctx),
		Processor: fmt.Sprintf("%d × %s", runtime.NumCPU(), after(read("/proc/cpuinfo"), "model name")),
		Memory:    after(read("/proc/meminfo"), "MemTotal"), System: strings.Trim(after(read("/etc/os-release"), "PRETTY_NAME"), `"`)}
	m.Load, _, _ = strings.Cut(read("/proc/loadavg"), " ")
	if out, err := exec.CommandContext(ctx, "git", "-C", g.Root, "rev-parse", "--short", "HEAD").Output(); err == nil {
		m.Commit = strings.TrimSpace(string(out))
	}
	return m
}

func read(name string) string {
	raw, err := os.ReadFile(name)
	if err != nil {
		return ""
	}
	return string(raw)
}

// after gives what stands on the first line that begins with a name, after its colon or equals sign.
func after(text, name string) string {
	for line := range strings.Lines(text) {
		if rest, found := strings.CutPrefix(line, name); found {
			return strings.TrimSpace(strings.TrimLeft(rest, " \t:="))
		}
	}
	return "?"
}

func (g *Ground) version(ctx context.Context) (said string) {
	conn, err := pgx.Connect(ctx, g.server.URL)
	if err != nil {
		return "?"
	}
	defer conn.Close(ctx)
	if err := conn.QueryRow(ctx, "SHOW server_version").Scan(&said); err != nil {
		return "?"
	}
	return said
}
