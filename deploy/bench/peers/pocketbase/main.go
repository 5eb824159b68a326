// Command pocketbase is PocketBase with the same kind of work as the product: 10,000 tasks of 30 agencies, rules that ask for a
// signed-in user, indexes for the lists that are measured. It fills its folder at the first start and prints the token to ask with.
package main

import (
	"fmt"
	"log"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"

	"github.com/pocketbase/pocketbase"
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("pocketbase FOLDER ADDRESS")
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func run(folder, address string) error {
	app := pocketbase.NewWithConfig(pocketbase.Config{DefaultDataDir: folder, HideStartBanner: true})
	if err := app.Bootstrap(); err != nil {
		return err
	}
	if err := app.RunAllMigrations(); err != nil {
		return err
	}
	if _, err := app.FindCollectionByNameOrId("tasks"); err != nil {
		if err := fill(app); err != nil {
			return err
		}
	}
	user, err := app.FindAuthRecordByEmail("users", email)
	if err != nil {
		return err
	}
	token, err := user.NewAuthToken()
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(os.Stdout, token); err != nil {
		return err
	}
	err = apis.Serve(app, apis.ServeConfig{HttpAddr: address})
	if err == http.ErrServerClosed {
		err = nil
	}
	return err
}

const (
	email = "bench@example.invalid"
	tasks = 10_000
)

var (
	states = []string{"assigned", "received", "in_progress", "handed_in", "completed", "returned"}
	words  = strings.Fields(`truyền thông chính sách phát thanh cơ sở tuyên truyền lưu động bảng tin điện tử màn hình phóng sự giới thiệu hình ảnh địa phương
		chuyển đổi số hội nghị tập huấn băng rôn khẩu hiệu trang thông tin mạng xã hội đối ngoại quảng bá`)
)

// fill makes the collections and their rows, the same on every run.
func fill(app core.App) error {
	users, err := app.FindCollectionByNameOrId("users")
	if err != nil {
		return err
	}
	user := core.NewRecord(users)
	user.SetEmail(email)
	user.SetPassword("DucPho@2024-bench")
	user.SetVerified(true)
	if err := app.Save(user); err != nil {
		return err
	}
	signedIn := types.Pointer(`@request.auth.id != ""`)
	list := core.NewBaseCollection("tasks")
	list.ListRule, list.ViewRule, list.UpdateRule = signedIn, signedIn, signedIn
	list.Fields.Add(&core.TextField{Name: "title"}, &core.TextField{Name: "agency"}, &core.TextField{Name: "agency_name"}, &core.TextField{Name: "state"},
		&core.TextField{Name: "due_on"}, &core.TextField{Name: "result"}, &core.NumberField{Name: "updates"}, &core.AutodateField{Name: "created", OnCreate: true})
	list.AddIndex("tasks_agency", false, "agency, due_on", "")
	if err := app.Save(list); err != nil {
		return err
	}
	notes := core.NewBaseCollection("notes")
	notes.CreateRule, notes.ListRule = signedIn, signedIn
	notes.Fields.Add(&core.RelationField{Name: "task", CollectionId: list.Id, MaxSelect: 1}, &core.TextField{Name: "text"}, &core.TextField{Name: "done_on"},
		&core.AutodateField{Name: "created", OnCreate: true})
	notes.AddIndex("notes_task", false, "task", "")
	if err := app.Save(notes); err != nil {
		return err
	}
	return app.RunInTransaction(func(tx core.App) error {
		r := rand.New(rand.NewPCG(1, 2))
		for n := range tasks {
			if err := tx.Save(task(list, r, n)); err != nil {
				return err
			}
		}
		return nil
	})
}

func task(list *core.Collection, r *rand.Rand, n int) *core.Record {
	title := make([]string, 16)
	for i := range title {
		title[i] = words[r.IntN(len(words))]
	}
	agency := n % 30
	t := core.NewRecord(list)
	t.Set("id", fmt.Sprintf("task%011d", n))
	t.Set("title", strings.Join(title, " "))
	t.Set("agency", fmt.Sprintf("agency%02d", agency))
	t.Set("agency_name", fmt.Sprintf("UBND xã Phổ An %d", agency))
	t.Set("state", states[r.IntN(len(states))])
	t.Set("due_on", fmt.Sprintf("2024-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)))
	t.Set("result", strings.Join(title[:8], " "))
	return t
}
