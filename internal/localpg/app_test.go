package localpg

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// appDir makes this test program play the application: it owns the private PostgreSQL in that folder until interrupted.
const appDir = "LOCALPG_TEST_APP"

func TestMain(m *testing.M) {
	if dir := os.Getenv(appDir); dir != "" {
		os.Exit(playApp(dir))
	}
	os.Exit(m.Run())
}

func playApp(dir string) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT)
	defer stop()
	o := options(dir)
	o.Throwaway = false
	s, err := Start(ctx, o)
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	fmt.Println(s.URL, s.process.cmd.Process.Pid)
	<-ctx.Done()
	if err := s.Stop(); err != nil {
		return 1
	}
	return 0
}

// app is the application as a process of its own, which can be killed.
type app struct {
	*exec.Cmd
	url        string
	postmaster int
}

func startApp(t *testing.T, dir string) app {
	t.Helper()
	a := app{Cmd: exec.Command(os.Args[0])}
	a.Env = append(os.Environ(), appDir+"="+dir)
	out, err := a.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Process.Kill(); _ = a.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || strings.HasPrefix(line, "failed") {
		t.Fatal("the application did not start:", line, err)
	}
	url, pid, _ := strings.Cut(strings.TrimSpace(line), " ")
	a.url = url
	if a.postmaster, err = strconv.Atoi(pid); err != nil {
		t.Fatal(err)
	}
	return a
}

func (a app) kill(t *testing.T) {
	t.Helper()
	if err := a.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = a.Wait()
}
