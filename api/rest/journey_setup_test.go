package rest_test

import (
	"bytes"
	"mime/multipart"
	"testing"
	"time"

	"github.com/google/uuid"

	"lantoa/api/rest"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/demo"
	"lantoa/internal/factory"
	"lantoa/internal/report"
)

// journey is the town of the demonstration with accounts only, asked over HTTP alone, on a business day that is set by hand.
type journey struct {
	*world
	now    time.Time
	tokens map[string]string // by username
	plan   string            // its path
	round  string
}

func newJourney(t *testing.T) *journey {
	t.Helper()
	j := &journey{world: &world{t: t, db: newDatabase(t), kept: examples{}}, tokens: map[string]string{}}
	if err := demo.Register(t.Context(), j.db, factory.Passwords()); err != nil {
		t.Fatal(err)
	}
	j.api = newAPI(t, j.db, func(p *rest.Parts) { p.Business = func() time.Time { return j.now } })
	j.handler = j.api.Handler()
	return j
}

// at sets the business clock to a local instant.
func (j *journey) at(local string) {
	j.t.Helper()
	now, err := time.ParseInLocation("2006-01-02 15:04:05", local, clock.Zone)
	if err != nil {
		j.t.Fatal(err)
	}
	j.now = now
}

// as asks as one of the demonstration's accounts, which signs in at its first word.
func (j *journey) as(username string) caller {
	j.t.Helper()
	if j.tokens[username] == "" {
		in := j.nobody().call("POST", "/sessions", map[string]string{"username": username, "password": demo.Password}).want(200)
		j.tokens[username], _ = in.field("access_token").(string)
	}
	return caller{j.world, j.tokens[username]}
}

// does has an account do a verb on what it has just read.
func (j *journey) does(username, path, verb string, body any) *answer {
	j.t.Helper()
	who := j.as(username)
	return who.call("POST", path+"/"+verb, body, from(who.get(path).want(200)))
}

// agency gives the id of the agency for which an account works.
func (j *journey) agency(username string) string {
	j.t.Helper()
	var me struct {
		Agency struct{ ID uuid.UUID } `json:"agency"`
	}
	j.as(username).get("/me").want(200).as(&me)
	return me.Agency.ID.String()
}

// assignments gives the paths of an agency's own assignments by the task's ordinal.
func (j *journey) assignments(username string) map[int]string {
	j.t.Helper()
	var list db.Items[assignment.Assignment]
	j.as(username).get("/assignments?limit=200&agency_id=" + j.agency(username)).want(200).as(&list)
	paths := map[int]string{}
	for _, a := range list.Items {
		paths[a.Task.Ordinal] = "/assignments/" + a.ID.String()
	}
	return paths
}

// report gives the path of the one report that an agency owes.
func (j *journey) report(username string) string {
	j.t.Helper()
	var list db.Items[report.Line]
	j.as(username).get("/reports").want(200).as(&list)
	if len(list.Items) != 1 {
		j.t.Fatalf("%s sees %d reports", username, len(list.Items))
	}
	return "/reports/" + list.Items[0].ID.String()
}

// save saves a draft from the version just read.
func (j *journey) save(username, path string, patch any) *answer {
	j.t.Helper()
	who := j.as(username)
	return who.call("PATCH", path, patch, header("Content-Type", patchType), from(who.get(path).want(200)))
}

// count asks how long a list is.
func (j *journey) count(username, list string) int {
	j.t.Helper()
	n, _ := j.as(username).get(list + "count=true&limit=1").want(200).field("count").(float64)
	return int(n)
}

// form gives a file as a multipart body and the header that goes with it.
func form(t testing.TB, name string, content []byte) ([]byte, option) {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	part, err := w.CreateFormFile("file", name)
	if err == nil {
		_, err = part.Write(content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return body.Bytes(), header("Content-Type", w.FormDataContentType())
}
