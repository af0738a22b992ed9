use super::{Chain, ChainPlot, Node};

const NAMES: [&str; 5] = ["Маркетолог", "Менеджер по продажам", "Исполнитель", "Сопровождение", "Клиент"];

fn nodes(ranks: &[u8]) -> Vec<Node<'static>> {
    ranks.iter().zip(NAMES.iter().cycle()).map(|(rank, name)| Node { name, rank: *rank }).collect()
}

fn drawn(width: i32, ranks: &[u8], links: &[(usize, usize)]) -> ChainPlot {
    Chain { width, font: 12, label: 44, nodes: &nodes(ranks), links }.draw()
}

/// Boxes lie in the picture and apart from one another; labels lie in it too.
fn assert_sound(plot: &ChainPlot) {
    for (at, own) in plot.boxes.iter().enumerate() {
        let rect = own.rect;
        assert!(rect.x >= 0 && rect.right() <= plot.view.width, "{rect:?} of {:?}", plot.view);
        assert!(rect.y >= 0 && rect.bottom() <= plot.view.height, "{rect:?} of {:?}", plot.view);
        assert!(plot.boxes[..at].iter().all(|other| !other.rect.overlaps(rect)), "{:?}", plot.boxes);
    }
    for link in plot.links.iter().flatten() {
        let label = link.label;
        assert!(label.x >= 0 && label.right() <= plot.view.width, "{label:?}");
        assert!(label.bottom() <= plot.view.height, "{label:?} of {:?}", plot.view);
    }
}

#[test]
fn a_wide_chain_runs_from_left_to_right() {
    let plot = drawn(900, &[0, 1, 3, 4, 9], &[(0, 1), (1, 2), (2, 3), (3, 4)]);
    assert!(!plot.upright);
    assert_sound(&plot);
    assert!(plot.boxes.windows(2).all(|pair| pair[0].rect.right() < pair[1].rect.x));
    assert!(plot.boxes.windows(2).all(|pair| pair[0].rect.y == pair[1].rect.y));
}

#[test]
fn a_narrow_chain_runs_from_top_to_bottom() {
    let plot = drawn(320, &[0, 1, 3, 4, 9], &[(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)]);
    assert!(plot.upright);
    assert_sound(&plot);
    assert!(plot.boxes.windows(2).all(|pair| pair[0].rect.bottom() < pair[1].rect.y));
}

#[test]
fn labels_of_crossing_links_keep_apart() {
    for width in [340, 900] {
        let plot = drawn(width, &[0, 0, 1, 1], &[(0, 2), (0, 3), (1, 2), (1, 3)]);
        assert_sound(&plot);
        let labels: Vec<_> = plot.links.iter().flatten().map(|link| link.label).collect();
        for (at, own) in labels.iter().enumerate() {
            assert!(labels[..at].iter().all(|other| !other.overlaps(*own)), "{width}: {labels:?}");
        }
    }
}

#[test]
fn links_past_others_and_backwards_go_around() {
    for width in [340, 900] {
        let plot = drawn(width, &[0, 1, 2, 2], &[(0, 2), (2, 0), (2, 3), (1, 1)]);
        assert_sound(&plot);
        assert!(plot.links.iter().flatten().all(|link| link.path.contains('L')));
    }
}

#[test]
fn many_of_one_rank_take_several_rows_where_it_is_narrow() {
    let plot = drawn(320, &[0, 1, 1, 1, 1, 1, 2], &[(0, 1), (5, 6)]);
    assert!(plot.upright);
    assert_sound(&plot);
}

#[test]
fn odd_chains_draw_nothing_odd() {
    for width in [i32::MIN, 0, 1, 40, i32::MAX] {
        let all: Vec<u8> = (0..=u8::MAX).collect();
        for ranks in [&[][..], &[7], &all] {
            let plot = drawn(width, ranks, &[(0, 1), (1, 0), (3, 900)]);
            assert_eq!(plot.links[2], None);
            assert!(plot.view.width >= 1 && plot.view.height >= 1);
        }
    }
}
