package measure

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Watch samples the product's memory while work is done.
func (s *Stage) Watch(work func() error) (most int64, err error) {
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			pss, _ := s.Product.Process.Memory()
			most = max(most, pss)
			select {
			case <-done:
				return
			case <-time.After(100 * time.Millisecond):
			}
		}
	})
	err = work()
	close(done)
	wg.Wait()
	return most, err
}

// Starts starts the product so many times on the database as it is, and gives the median time until it is ready and its memory
// when idle, in bytes. The last one stays.
func (s *Stage) Starts(ctx context.Context, times int) (ready time.Duration, idle int64, err error) {
	var took []time.Duration
	for range times {
		if err := s.Product.Stop(); err != nil {
			return 0, 0, err
		}
		if s.Product, err = s.product(ctx); err != nil {
			return 0, 0, err
		}
		took = append(took, s.Product.Ready)
	}
	time.Sleep(3 * time.Second)
	idle, _ = s.Product.Process.Memory()
	return Median(took), idle, nil
}

// Together is how long it takes to put one round's reports together.
type Together struct {
	Reports    int
	Database   time.Duration // reading them all, nothing done with them
	JSON, XLSX time.Duration // until the last byte
	DOCX       time.Duration
	Most       int64 // bytes of memory meanwhile
	XLSXLen    int64 // bytes of the workbook
	DOCXLen    int64 // bytes of the document
}

// Consolidate puts together the round whose every report is accepted.
func (s *Stage) Consolidate(ctx context.Context) (Together, error) {
	a, err := s.sample(ctx)
	if err != nil {
		return Together{}, err
	}
	var t Together
	if err := s.Pool.QueryRow(ctx, "SELECT count(*) FROM reports WHERE round_id = $1 AND accepted_at IS NOT NULL", a.accepted).Scan(&t.Reports); err != nil {
		return t, err
	}
	if t.Database, err = s.readReports(ctx, a.accepted); err != nil {
		return t, err
	}
	id, err := s.consolidated(ctx, a.accepted)
	if err != nil {
		return t, err
	}
	t.Most, err = s.Watch(func() (err error) {
		if t.JSON, _, err = s.timed(ctx, "/rounds/"+a.accepted+"/consolidation"); err != nil {
			return err
		}
		if t.XLSX, t.XLSXLen, err = s.timed(ctx, "/rounds/"+a.accepted+"/figures.xlsx"); err != nil {
			return err
		}
		t.DOCX, t.DOCXLen, err = s.timed(ctx, "/reports/"+id+"/document.docx")
		return err
	})
	return t, err
}

// timed asks three times, or once when that takes long, and gives the median time to the last byte with the length.
func (s *Stage) timed(ctx context.Context, path string) (time.Duration, int64, error) {
	var took []time.Duration
	var size int64
	for len(took) < 3 && (len(took) == 0 || took[0] < tooSlow) {
		begun := time.Now()
		body, err := s.call(ctx, http.MethodGet, path, nil)
		if err != nil {
			return 0, 0, err
		}
		took, size = append(took, time.Since(begun)), int64(len(body))
	}
	return Median(took), size, nil
}

// readReports reads a round's reports as consolidating needs them, and throws them away.
func (s *Stage) readReports(ctx context.Context, round string) (time.Duration, error) {
	var took []time.Duration
	for range 3 {
		begun := time.Now()
		rows, err := s.Pool.Query(ctx, `SELECT * FROM reports WHERE round_id = $1 ORDER BY agency_kind NOT IN ('ward', 'commune'), agency_name COLLATE "vi-x-icu", id`, round)
		if err != nil {
			return 0, err
		}
		for rows.Next() {
			_ = rows.RawValues()
		}
		if err := rows.Err(); err != nil {
			return 0, err
		}
		took = append(took, time.Since(begun))
	}
	return Median(took), nil
}

// consolidated gives the round's consolidated report, beginning it when there is none.
func (s *Stage) consolidated(ctx context.Context, round string) (string, error) {
	find := func() (id string, err error) {
		err = s.Pool.QueryRow(ctx, "SELECT coalesce((SELECT id::text FROM reports WHERE round_id = $1 AND kind = 'consolidated'), '')", round).Scan(&id)
		return id, err
	}
	id, err := find()
	if err != nil || id != "" {
		return id, err
	}
	if _, err := s.call(ctx, http.MethodPost, "/rounds/"+round+"/consolidated", nil); err != nil {
		return "", err
	}
	return find()
}

// Import is how long it takes to read the plan's text: the reader's own time is what the file takes, the rest is ours.
func (s *Stage) Import(ctx context.Context, times int) (p50, p95 time.Duration, err error) {
	text, err := os.ReadFile(filepath.Join(s.Root, "internal", "demo", "data", "plan-2024.txt"))
	if err != nil {
		return 0, 0, err
	}
	var took []time.Duration
	for range times {
		begun := time.Now()
		raw, err := s.call(ctx, http.MethodPost, "/plans/import", text)
		if err != nil {
			return 0, 0, err
		}
		took = append(took, time.Since(begun))
		var kept struct {
			Plan struct{ ID string } `json:"plan"`
		}
		if err := json.Unmarshal(raw, &kept); err != nil {
			return 0, 0, err
		}
		if _, err := s.call(ctx, http.MethodDelete, "/plans/"+kept.Plan.ID, nil); err != nil {
			return 0, 0, err
		}
	}
	slices.Sort(took)
	return took[len(took)/2], took[(len(took)-1)*95/100], nil
}

// call asks as the culture office, once.
func (s *Stage) call(ctx context.Context, method, path string, body []byte) ([]byte, error) {
	bearer, err := s.Token(ctx, "vhtt")
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, "http://"+s.Product.Address+"/api/v1"+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+bearer)
	req.Header.Set("Content-Type", "text/plain; charset=utf-8")
	req.Header.Set("If-Match", `"1"`)
	req.Header.Set("Accept-Encoding", "identity")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	out, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode > http.StatusIMUsed {
		err = fmt.Errorf("%s %s: %s %s", method, path, res.Status, out)
	}
	return out, err
}
