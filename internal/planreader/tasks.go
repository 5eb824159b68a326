package planreader

import (
	"slices"
	"strings"
)

// node is a heading of the tasks' section with what stands below it.
type node struct {
	head  *line
	lines []*line // directly below, before any further heading
	kids  []*node
}

// readTasks reads the tasks of every section about them, and of tables wherever they stand.
func (r *reader) readTasks(sections []section, appendix []*line) {
	t := &taskReader{reader: r}
	var tables []*line
	for _, s := range sections {
		if s.subject == aboutTasks {
			t.collectAll(tree(s.lines))
		}
		for _, l := range s.lines {
			if l.table != nil {
				tables = append(tables, l)
			}
		}
	}
	for _, l := range appendix {
		if l.table != nil {
			tables = append(tables, l)
		}
	}
	if len(tables) > 0 && !t.anyAssigned() {
		t.drafts = nil // the table says who does what; the text around it only introduces it
	}
	for _, l := range tables {
		t.readTable(l.table)
	}
	t.finish()
}

// tree puts the lines of a section below their headings; without numbered headings the dashes are the headings.
func tree(lines []*line) []*node {
	inner := letter
	if !hasHeadings(lines) {
		inner = dash
	}
	var roots []*node
	var open []*node
	for _, l := range lines {
		if l.table != nil {
			continue
		}
		if l.mark.kind > inner || isLabelled(l) {
			for l.mark.isHeading() && len(open) > 1 && open[len(open)-1].head.mark.rank() >= l.mark.rank() {
				open = open[:len(open)-1] // «c) Thời gian» behind «b) …» is the task's own
			}
			if len(open) > 0 {
				last := open[len(open)-1]
				last.lines = append(last.lines, l)
			}
			continue
		}
		n := &node{head: l}
		for len(open) > 0 && open[len(open)-1].head.mark.rank() >= l.mark.rank() {
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			roots = append(roots, n)
		} else {
			up := open[len(open)-1]
			up.kids = append(up.kids, n)
		}
		open = append(open, n)
	}
	return roots
}

func hasHeadings(lines []*line) bool {
	for _, l := range lines {
		if l.table == nil && l.mark.isHeading() && !isLabelled(l) {
			return true
		}
	}
	return false
}

// isLabelled reports a line that begins with a label, such as «a) Nội dung: …».
func isLabelled(l *line) bool {
	if len(l.body) > 20_000 {
		return false
	}
	before, _, found := strings.Cut(l.body, ":")
	if found && len(before) < 120 {
		role, _ := labelOf(before)
		return role != none
	}
	return unmarkedLabel(l.body).role != none
}

// assigns reports whether the lines directly below a heading, or the heading itself, tell who does the work or when.
func (n *node) assigns() bool {
	return assignsIn(n.head) || slices.ContainsFunc(n.lines, assignsIn)
}

func assignsIn(l *line) bool {
	if len(l.body) > 20_000 {
		return false
	}
	return isAssignment(l.folded) || slices.ContainsFunc(pieces(l.body), func(p piece) bool {
		return p.role == lead || p.role == coordinate || p.role == mixed || p.role == when
	})
}

func (n *node) anyBelow() bool {
	for _, k := range n.kids {
		if k.assigns() || k.anyBelow() {
			return true
		}
	}
	return false
}

func (t *taskReader) collectAll(nodes []*node) {
	for _, n := range nodes {
		t.collect(n)
	}
}

// collect reads a heading as one task, unless the headings below it are the tasks: those that say who or when.
func (t *taskReader) collect(n *node) {
	if n.anyBelow() && !n.oneSentenceAssigns() {
		n.head.used = true // names a group of tasks
		t.collectAll(n.kids)
		return
	}
	d := t.open(n.head)
	t.fill(d, n)
}

// oneSentenceAssigns reports a task with points below it of which one alone says who does it: «b) Giao Phòng A chủ trì …».
func (n *node) oneSentenceAssigns() bool {
	sentences := 0
	for _, k := range n.kids {
		switch {
		case k.anyBelow() || slices.ContainsFunc(k.lines, assignsIn):
			return false
		case isAssignment(k.head.folded):
			sentences++
		case assignsIn(k.head):
			return false
		}
	}
	return sentences == 1
}

func (t *taskReader) fill(d *taskDraft, n *node) {
	for _, l := range n.lines {
		t.line(d, l)
	}
	for _, k := range n.kids {
		t.line(d, k.head)
		t.fill(d, k)
	}
}
