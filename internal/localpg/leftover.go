package localpg

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// clearLeftovers ends what a killed instance left running on the cluster, and drops its pid file when nothing is left.
// We hold the lock, so whatever still works there is an orphan of ours. The pid file alone says nothing: its pid may be a
// zombie's or a stranger's by now; and it must stay while a backend lives, since PostgreSQL knows that backend by it.
func clearLeftovers(ctx context.Context, dir string) error {
	for try := 0; ; try++ {
		pids, sure := workers(dir)
		if len(pids) == 0 {
			if !sure {
				return nil // some process could not be looked at: PostgreSQL shall judge the pid file itself
			}
			return dropPidFile(dir)
		}
		if try == 400 {
			return fmt.Errorf("processes %v of an earlier run do not end", pids)
		}
		if try%100 == 0 {
			interrupt(pids, try)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// interrupt asks for a fast end at first, after ten seconds for an immediate one.
func interrupt(pids []int, try int) {
	signal := syscall.SIGINT
	if try >= 200 {
		signal = syscall.SIGQUIT
	}
	for _, pid := range pids {
		_ = syscall.Kill(pid, signal) // it may have ended by itself
	}
}

func dropPidFile(dir string) error {
	err := os.Remove(filepath.Join(dir, "postmaster.pid"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// workers lists the processes whose working folder is the cluster, as every process of PostgreSQL has it, postmaster or
// backend; sure is false when one of the cluster's account hides its folder from us.
func workers(dir string) (pids []int, sure bool) {
	owner, sure := stat(dir)
	procs, _ := filepath.Glob("/proc/[0-9]*")
	for _, p := range procs {
		at, err := os.Readlink(filepath.Join(p, "cwd"))
		switch {
		case err == nil && at == dir:
			if pid, err := strconv.Atoi(filepath.Base(p)); err == nil {
				pids = append(pids, pid)
			}
		case errors.Is(err, fs.ErrPermission) && owner != nil && ownedBy(p, owner.Uid):
			sure = false
		}
	}
	return pids, sure
}

func ownedBy(proc string, uid uint32) bool {
	st, ok := stat(proc)
	return ok && st.Uid == uid
}
