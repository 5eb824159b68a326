package measure

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"lantoa/deploy/bench/drive"
)

func pocketbase() peer {
	const records = "/api/collections/tasks/records"
	task := func(r *rand.Rand) string { return fmt.Sprintf("task%011d", r.IntN(10_000)) }
	list := func(size int, sort, filter string) (method, path, body string) {
		return "GET", fmt.Sprintf("%s?skipTotal=1&perPage=%d&sort=%s&filter=%s", records, size, sort, url.QueryEscape(filter)), ""
	}
	return peer{name: "PocketBase", header: "Authorization", start: startPocketBase, requests: [5]request{
		func(r *rand.Rand, _, _ int) (string, string, string) {
			return list(50, "due_on", fmt.Sprintf(`agency="agency%02d" && state!="completed"`, r.IntN(30)))
		},
		func(r *rand.Rand, _, _ int) (string, string, string) { return "GET", records + "/" + task(r), "" },
		func(r *rand.Rand, _, _ int) (string, string, string) {
			return list(20, "-created", `title~"`+one(r, sought)+`"`)
		},
		func(r *rand.Rand, _, _ int) (string, string, string) {
			return "POST", "/api/collections/notes/records", `{"task":"` + task(r) + `","done_on":"2024-11-05","text":"` + note + `"}`
		},
		func(r *rand.Rand, _, _ int) (string, string, string) {
			return "PATCH", records + "/" + task(r), `{"state":"` + one(r, []string{"received", "in_progress", "handed_in"}) + `"}`
		},
	}}
}

// note is what is recorded, sought what is searched for, on every peer.
const note = "Phát 12 lượt tin, bài trên hệ thống truyền thanh cơ sở về các chủ trương, chính sách mới ban hành."

var sought = []string{"chuyển", "phóng sự", "hội nghị", "băng rôn"}

// startPocketBase builds and starts PocketBase, which is a module of its own, and gives the token to ask with.
func startPocketBase(ctx context.Context, s *Stage) (*Server, string, error) {
	program := filepath.Join(s.Data, "pocketbase")
	build := exec.CommandContext(ctx, "go", "build", "-o", program, ".")
	build.Dir, build.Stderr = filepath.Join(s.Root, "deploy", "bench", "peers", "pocketbase"), os.Stderr
	if err := build.Run(); err != nil {
		return nil, "", err
	}
	port, err := freePort(ctx)
	if err != nil {
		return nil, "", err
	}
	address := "127.0.0.1:" + strconv.Itoa(port)
	cmd := exec.CommandContext(ctx, program, filepath.Join(s.Data, "pocketbase-data"), address)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, "", err
	}
	if err := cmd.Start(); err != nil {
		return nil, "", err
	}
	server := &Server{Address: address, Process: drive.Process(cmd.Process.Pid), stop: func() error {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
		return nil
	}}
	bearer, err := bufio.NewReader(out).ReadString('\n')
	for tries := 0; err == nil && !answers(ctx, "http://"+address+"/api/health"); tries++ {
		if tries > 1000 {
			err = errors.New("does not answer")
		}
		time.Sleep(10 * time.Millisecond)
	}
	return server, strings.TrimSpace(bearer), err
}
