package drive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Process is a process with all that it started, as the kernel counts them.
type Process int

const ticks = 100 // of a second; the kernel's, on every Linux

// CPU gives the processor time that the process and its children, ended ones too, have used.
func (p Process) CPU() (time.Duration, error) {
	var sum int64
	for _, pid := range p.tree() {
		fields, err := stat(pid)
		if errors.Is(err, fs.ErrNotExist) {
			continue // ended meanwhile: its parent has it
		}
		if err != nil {
			return 0, err
		}
		for _, at := range []int{11, 12, 13, 14} { // utime, stime, cutime, cstime
			n, err := strconv.ParseInt(fields[at], 10, 64)
			if err != nil {
				return 0, err
			}
			sum += n
		}
	}
	return time.Duration(sum) * time.Second / ticks, nil
}

// Memory gives the proportional and the resident set of the process and its children, in bytes.
func (p Process) Memory() (pss, rss int64) {
	for _, pid := range p.tree() {
		raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(raw)) {
			name, rest, _ := strings.Cut(line, ":")
			n, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
			switch name {
			case "Pss":
				pss += n << 10
			case "Rss":
				rss += n << 10
			}
		}
	}
	return pss, rss
}

func (p Process) tree() []int {
	all := []int{int(p)}
	for i := 0; i < len(all); i++ {
		lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", all[i]))
		for _, list := range lists {
			raw, _ := os.ReadFile(list)
			for _, one := range strings.Fields(string(raw)) {
				if pid, err := strconv.Atoi(one); err == nil {
					all = append(all, pid)
				}
			}
		}
	}
	return all
}

// stat gives the fields of /proc/pid/stat after the name, the state first.
func stat(pid int) ([]string, error) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return nil, err
	}
	return strings.Fields(string(raw[strings.LastIndexByte(string(raw), ')')+1:])), nil
}
